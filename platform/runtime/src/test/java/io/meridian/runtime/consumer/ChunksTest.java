package io.meridian.runtime.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ChunksTest {

  private static ConsumerRecord<byte[], byte[]> message(long offset, int bytes) {
    return new ConsumerRecord<>(
        "gaps",
        0,
        offset,
        0L,
        TimestampType.CREATE_TIME,
        0,
        bytes,
        null,
        bytes < 0 ? null : new byte[bytes],
        new RecordHeaders(),
        Optional.empty());
  }

  private static List<List<Long>> offsets(List<ConsumerRecord<byte[], byte[]>> messages) {
    return Chunks.of(messages).stream()
        .map(chunk -> chunk.stream().map(ConsumerRecord::offset).toList())
        .toList();
  }

  @Test
  void nothing_is_no_portion() {
    assertThat(Chunks.of(List.of())).isEmpty();
  }

  @Test
  void many_small_messages_are_one_portion() {
    var messages = IntStream.range(0, 2_000).mapToObj(i -> message(i, 500)).toList();

    assertThat(Chunks.of(messages)).containsExactly(messages);
  }

  @Test
  void a_portion_ends_before_the_message_that_would_not_fit() {
    int half = Chunks.BYTES_MAX / 2;

    assertThat(offsets(List.of(message(0, half), message(1, half), message(2, 1))))
        .containsExactly(List.of(0L, 1L), List.of(2L));
  }

  @Test
  void a_message_longer_than_a_portion_goes_alone() {
    int huge = 3 * Chunks.BYTES_MAX;

    assertThat(offsets(List.of(message(0, 1), message(1, huge), message(2, 1))))
        .containsExactly(List.of(0L), List.of(1L), List.of(2L));
  }

  @Test
  void a_message_without_content_weighs_nothing() {
    assertThat(offsets(List.of(message(0, Chunks.BYTES_MAX), message(1, -1))))
        .containsExactly(List.of(0L, 1L));
  }
}
