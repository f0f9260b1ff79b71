package io.meridian.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One HTTP/1.1 connection and the answer it waits for. */
final class Exchange {

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(1 << 20);
  private long sentAt;
  private int bodyEnd = -1;

  private Exchange(SocketChannel channel) {
    this.channel = channel;
  }

  /** Connects, and registers with the selector for what can be read. */
  static Exchange open(InetSocketAddress target, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(target);
    channel.configureBlocking(false);
    channel.socket().setTcpNoDelay(true);
    Exchange exchange = new Exchange(channel);
    channel.register(selector, SelectionKey.OP_READ, exchange);
    return exchange;
  }

  /** When the last request was sent, by {@link System#nanoTime}. */
  long sentAt() {
    return sentAt;
  }

  /** What has been read of the answer, head and body. */
  String answer() {
    return text(in.position());
  }

  void close() throws IOException {
    channel.close();
  }

  void send(byte[] request) throws IOException {
    in.clear();
    bodyEnd = -1;
    sentAt = System.nanoTime();
    ByteBuffer out = ByteBuffer.wrap(request);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /** The status when the answer is complete, else 0. */
  int read() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException(
          "the server closed a connection: " + text(Math.min(in.position(), 200)));
    }
    if (bodyEnd < 0) {
      bodyEnd = endOfAnswer();
    }
    return bodyEnd >= 0 && in.position() >= bodyEnd
        ? (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + (in.get(11) - '0')
        : 0;
  }

  private int endOfAnswer() {
    for (int i = 3; i < in.position(); i++) {
      if (in.get(i) == '\n'
          && in.get(i - 1) == '\r'
          && in.get(i - 2) == '\n'
          && in.get(i - 3) == '\r') {
        return i + 1 + contentLength(text(i));
      }
    }
    return -1;
  }

  private static int contentLength(String head) {
    int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
    if (at < 0) {
      return 0;
    }
    int end = head.indexOf('\r', at);
    return Integer.parseInt(head.substring(at + 15, end < 0 ? head.length() : end).trim());
  }

  private String text(int length) {
    return new String(in.array(), 0, length, StandardCharsets.US_ASCII);
  }
}
