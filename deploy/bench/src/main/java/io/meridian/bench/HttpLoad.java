package io.meridian.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;
import org.HdrHistogram.Histogram;

/**
 * A closed-loop HTTP/1.1 load on loopback: each connection sends its next request when the answer
 * to the last is complete. One thread and prepared bytes, so that the generator takes as little as
 * it can of the machine it shares.
 */
final class HttpLoad {

  /**
   * What came back.
   *
   * @param ok answers with a status of 2xx
   * @param refused answers with any other status
   * @param nanos from first request to last answer
   * @param latency of each answer, in nanoseconds
   */
  record Result(long ok, long refused, long nanos, Histogram latency) {
    double perSecond() {
      return ok * 1e9 / nanos;
    }
  }

  private final InetSocketAddress target;
  private final int connections;
  private final Histogram latency = new Histogram(60_000_000_000L, 3);
  private long ok;
  private long refused;

  HttpLoad(int port, int connections) {
    this.target = new InetSocketAddress("127.0.0.1", port);
    this.connections = connections;
  }

  /**
   * Sends every request once and answers when the last answer is in; an answer may take a minute at
   * most.
   */
  Result run(Iterator<byte[]> requests) throws IOException {
    long start = System.nanoTime();
    try (Selector selector = Selector.open()) {
      int open = 0;
      for (int i = 0; i < connections && requests.hasNext(); i++) {
        Exchange.open(target, selector).send(requests.next());
        open++;
      }
      while (open > 0) {
        if (selector.select(60_000) == 0) {
          throw new IOException(open + " answers are missing after a minute");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          open -= advance((Exchange) key.attachment(), requests);
        }
        selector.selectedKeys().clear();
      }
    }
    return new Result(ok, refused, System.nanoTime() - start, latency);
  }

  /**
   * Reads what is there; when the answer is complete sends the next request. Answers 1 when the
   * connection is done.
   */
  private int advance(Exchange exchange, Iterator<byte[]> requests) throws IOException {
    int status = exchange.read();
    if (status == 0) {
      return 0;
    }
    latency.recordValue(System.nanoTime() - exchange.sentAt());
    if (status >= 200 && status < 300) {
      ok++;
    } else {
      refused++;
    }
    if (requests.hasNext()) {
      exchange.send(requests.next());
      return 0;
    }
    exchange.close();
    return 1;
  }
}
