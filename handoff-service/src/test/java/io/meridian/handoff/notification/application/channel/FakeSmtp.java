package io.meridian.handoff.notification.application.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps what it gets, refuses some recipients, or falls silent. */
final class FakeSmtp implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  final List<String> messages = new CopyOnWriteArrayList<>();
  volatile boolean isSilent;

  FakeSmtp() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      OutputStream out = socket.getOutputStream();
      say(out, "220 fake ESMTP");
      String line;
      while ((line = in.readLine()) != null) {
        String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
        switch (command) {
          case "EHLO" -> say(out, "250 fake");
          case "RCPT" -> say(out, line.contains("nobody") ? "550 5.1.1 no such user" : "250 ok");
          case "DATA" -> {
            say(out, "354 go on");
            messages.add(data(in));
            say(out, "250 taken");
          }
          case "QUIT" -> say(out, "221 bye");
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    String line;
    while ((line = in.readLine()) != null && !line.equals(".")) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private void say(OutputStream out, String line) throws IOException {
    if (!isSilent) {
      out.write((line + "\r\n").getBytes(UTF_8));
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
