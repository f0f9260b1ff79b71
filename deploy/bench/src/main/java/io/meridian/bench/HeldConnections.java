package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections to the front door that are held as long as it lets them: streams of one TAM, and
 * bodies of nobody that never come to their end.
 */
final class HeldConnections implements AutoCloseable {
  static final String WORDS = "5 streams held and 125 answered 429; 130 bodies still awaited";

  private static final int EACH = 130;
  private static final int SHARE = 5;
  private static final int PATIENCE_MILLIS = 10_000;

  private final List<Socket> streams = new ArrayList<>();
  private final List<Socket> bodies = new ArrayList<>();
  private final int port;

  private HeldConnections(int port) {
    this.port = port;
  }

  static HeldConnections open(BenchHouse house) throws IOException {
    HeldConnections held = new HeldConnections(house.port(Part.DOOR));
    String token = house.stack().tokens().tam(TurnsCalendar.tam("EMEA"));
    for (int i = 0; i < EACH; i++) {
      held.streams.add(held.send("GET /api/v1/handoffs/stream", "Authorization: Bearer " + token));
      held.bodies.add(
          held.send(
              "POST /api/v1/escalations",
              i % 2 == 0 ? "Content-Length: 100" : "Transfer-Encoding: chunked"));
    }
    return held;
  }

  private Socket send(String line, String header) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket
        .getOutputStream()
        .write(
            (line + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /**
   * One TAM listens to five streams, and every body is still waited for.
   *
   * @throws IllegalStateException when that is not so: the requests were not measured beside it
   */
  void requireHeld() throws IOException {
    int listening = 0;
    for (Socket stream : streams) {
      listening += status(stream) == 200 ? 1 : 0;
    }
    for (Socket body : bodies) {
      if (body.getInputStream().available() > 0) {
        throw new IllegalStateException("a body was answered " + status(body));
      }
    }
    if (listening != SHARE) {
      throw new IllegalStateException(listening + " streams are held");
    }
  }

  private static int status(Socket socket) throws IOException {
    byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
    return Integer.parseInt(
        new String(start, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
  }

  @Override
  public void close() throws IOException {
    for (List<Socket> held : List.of(streams, bodies)) {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }
}
