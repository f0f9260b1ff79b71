package io.meridian.handoff.calendar.application.file;

import io.meridian.rest.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of text as it was sent: octets, and the charset in which they are to be read. Octets that
 * are no text of the charset are read as U+FFFD.
 */
public final class TextFile {

  /** What takes the place of octets that are no text. */
  public static final char NO_TEXT = '\uFFFD';

  private static final Map<Charset, byte[]> MARKS =
      Map.of(
          StandardCharsets.UTF_8, octets(0xEF, 0xBB, 0xBF),
          StandardCharsets.UTF_16BE, octets(0xFE, 0xFF),
          StandardCharsets.UTF_16LE, octets(0xFF, 0xFE));

  private static final String ENDS = "\r\n \t";

  private final byte[] octets;
  private final Charset charset;

  private TextFile(byte[] octets, Charset charset) {
    this.octets = octets;
    this.charset = charset;
  }

  /**
   * A file in the charset that its byte order mark says, else its sender, else UTF-8.
   *
   * @param type its {@code Content-Type}; null without one
   * @throws Problem 415 for a charset that nobody knows
   */
  public static TextFile of(byte[] octets, @Nullable MediaType type) {
    for (Map.Entry<Charset, byte[]> mark : MARKS.entrySet()) {
      byte[] first = mark.getValue();
      if (octets.length >= first.length
          && Arrays.equals(octets, 0, first.length, first, 0, first.length)) {
        return new TextFile(Arrays.copyOfRange(octets, first.length, octets.length), mark.getKey());
      }
    }
    return new TextFile(octets, charset(type));
  }

  private static Charset charset(@Nullable MediaType type) {
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    try {
      return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      throw Problem.of(
          415, "unsupported-charset", "The charset '" + charset + "' is not known; send UTF-8");
    }
  }

  /** All of it, without a byte order mark. */
  public String text() {
    return new String(octets, charset);
  }

  /**
   * The content lines of an iCalendar file, unfolded before they are read as text (RFC 5545 section
   * 3.1): a line may be folded inside a character. Lines end with CRLF, LF or CR; empty ones are
   * none.
   */
  public List<ContentLine> contentLines() {
    return ENDS.equals(new String(ENDS.getBytes(StandardCharsets.US_ASCII), charset))
        ? unfold(octets, charset)
        : unfold(text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static List<ContentLine> unfold(byte[] octets, Charset charset) {
    List<ContentLine> lines = new ArrayList<>();
    ByteArrayOutputStream logical = new ByteArrayOutputStream();
    int first = 1;
    int number = 1;
    for (int at = 0; at < octets.length; number++) {
      int end = endOfLine(octets, at);
      boolean isFolded = octets[at] == ' ' || octets[at] == '\t';
      if (!isFolded && end > at) {
        end(logical, first, charset, lines);
        first = number;
      }
      logical.write(octets, isFolded ? at + 1 : at, end - (isFolded ? at + 1 : at));
      at = afterLine(octets, end);
    }
    end(logical, first, charset, lines);
    return lines;
  }

  private static void end(
      ByteArrayOutputStream logical, int number, Charset charset, List<ContentLine> lines) {
    if (logical.size() > 0) {
      lines.add(ContentLine.of(number, logical.toString(charset)));
      logical.reset();
    }
  }

  private static int endOfLine(byte[] octets, int from) {
    int end = from;
    while (end < octets.length && octets[end] != '\r' && octets[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int afterLine(byte[] octets, int end) {
    boolean isBoth = end + 1 < octets.length && octets[end] == '\r' && octets[end + 1] == '\n';
    return end + (isBoth ? 2 : 1);
  }

  private static byte[] octets(int... values) {
    byte[] octets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      octets[i] = (byte) values[i];
    }
    return octets;
  }
}
