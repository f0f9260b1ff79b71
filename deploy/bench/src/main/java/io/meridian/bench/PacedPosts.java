package io.meridian.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Open loop: each webhook goes out at its due instant, whether or not the answers before it are
 * there. One thread on few connections, so that an answer is noted when it comes.
 */
final class PacedPosts {

  private static final int CONNECTIONS = 16;
  private static final Pattern ID = Pattern.compile("\"escalationId\":\"([^\"]+)\"");

  /** Told of each accepted escalation. */
  interface Accepted {
    /** With {@link System#nanoTime} of its request and of its answer. */
    void accepted(String id, long sentAt, long answeredAt);
  }

  private final InetSocketAddress target;
  private final long gapNanos;
  private final Accepted sink;
  private final Queue<Exchange> idle = new ArrayDeque<>();
  private int open;

  PacedPosts(int port, int perSecond, Accepted sink) {
    this.target = new InetSocketAddress("127.0.0.1", port);
    this.gapNanos = 1_000_000_000L / perSecond;
    this.sink = sink;
  }

  /** Sends all and returns when the last answer is in. */
  void run(Iterator<byte[]> requests) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        idle.add(Exchange.open(target, selector));
      }
      long due = System.nanoTime();
      while (requests.hasNext() || open > 0) {
        Exchange free = idle.peek();
        if (requests.hasNext() && free != null && System.nanoTime() >= due) {
          idle.remove().send(requests.next());
          open++;
          due += gapNanos;
        }
        LockSupport.parkNanos(20_000);
        selector.selectNow();
        for (SelectionKey key : selector.selectedKeys()) {
          read((Exchange) key.attachment());
        }
        selector.selectedKeys().clear();
      }
      for (Exchange exchange : idle) {
        exchange.close();
      }
    }
  }

  private void read(Exchange exchange) throws IOException {
    int status = exchange.read();
    if (status == 0) {
      return;
    }
    Matcher id = ID.matcher(exchange.answer());
    if (status != 201 || !id.find()) {
      throw new IllegalStateException("answered " + exchange.answer());
    }
    sink.accepted(id.group(1), exchange.sentAt(), System.nanoTime());
    idle.add(exchange);
    open--;
  }

  /** Parks until the monotonic clock reads the instant. */
  static void waitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
