package io.meridian.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 as it is written by hand: for requests that no client of a library lets through. */
public final class RawConnection implements AutoCloseable {
  /** Longer than any answer takes, shorter than the time after which a silent server hangs up. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

  private final Socket socket;

  /** A character for each octet, as lengths are told in octets. */
  private final BufferedReader answers;

  /**
   * An answer.
   *
   * @param head the status line and the headers, as they came
   * @param body as long as the head says; empty when it says nothing of it
   */
  public record Answer(List<String> head, String body) {

    /** E.g. 200. */
    public int status() {
      return Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    }

    /** The value of a header. */
    public @Nullable String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse(null);
    }
  }

  /** To a server on this machine. */
  public RawConnection(int port) {
    try {
      socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
      socket.setSoTimeout((int) SILENCE_MAX.toMillis());
      answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends lines, each with the line end of HTTP; a body without one goes as the last. */
  public RawConnection send(String... lines) {
    try {
      socket.getOutputStream().write(String.join("\r\n", lines).getBytes(UTF_8));
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer; fails when none comes within half a minute. */
  public Answer answer() {
    try {
      List<String> head = head();
      String length = new Answer(head, "").header("Content-Length");
      return new Answer(head, length == null ? "" : text(Integer.parseInt(length)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, to {@code HEAD}: its head tells the length of a body that does not come. */
  public Answer answerWithoutBody() {
    try {
      return new Answer(head(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until the server hangs up, which is told as a failure, or falls silent. */
  public void readToEnd() {
    try {
      while (answers.readLine() != null) {
        // what the stream says is of no interest
      }
      throw new IOException("hung up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> head() throws IOException {
    List<String> head = new ArrayList<>();
    while (true) {
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("hung up after " + head);
      } else if (line.isEmpty()) {
        return head;
      }
      head.add(line);
    }
  }

  private String text(int length) throws IOException {
    char[] all = new char[length];
    for (int read = 0; read < length; ) {
      int more = answers.read(all, read, length - read);
      if (more < 0) {
        throw new IOException("hung up in the body");
      }
      read += more;
    }
    return new String(new String(all).getBytes(ISO_8859_1), UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
