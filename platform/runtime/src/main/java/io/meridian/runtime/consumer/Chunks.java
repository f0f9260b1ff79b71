package io.meridian.runtime.consumer;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one poll brought, cut into what is read and applied at a time. A poll may bring two thousand
 * messages and an event may tell of five hundred handoffs: read all at once, a backlog would not
 * fit the heap. Cut by bytes, memory does not depend on how much waits.
 */
final class Chunks {
  /** Most bytes of content in a chunk; a longer message is a chunk of its own. */
  static final int BYTES_MAX = 1 << 20;

  private Chunks() {}

  /** The messages in the order in which they came, in chunks that are never empty. */
  static List<List<ConsumerRecord<byte[], byte[]>>> of(
      Iterable<ConsumerRecord<byte[], byte[]>> messages) {
    List<List<ConsumerRecord<byte[], byte[]>>> chunks = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> last = new ArrayList<>();
    long bytes = 0;
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      int size = Math.max(0, message.serializedValueSize());
      if (!last.isEmpty() && bytes + size > BYTES_MAX) {
        chunks.add(last);
        last = new ArrayList<>();
        bytes = 0;
      }
      last.add(message);
      bytes += size;
    }
    if (!last.isEmpty()) {
      chunks.add(last);
    }
    return chunks;
  }
}
