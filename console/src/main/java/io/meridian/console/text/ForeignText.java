package io.meridian.console.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside wrote: plain text in which nothing hides. Control, bidi and zero-width
 * characters are shown as {@code �}; addresses of the web are links.
 *
 * @param pieces in order; together the whole text
 */
public record ForeignText(List<Piece> pieces) {

  /** Nothing. */
  public static final ForeignText NONE = new ForeignText(List.of());

  private static final String SHOWN_INSTEAD = "\uFFFD";

  /** All but line feed and tab: they cannot be seen, or change how the rest is read. */
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\u2028\\u2029&&[^\\n\\t]]");

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'\\uFFFD]{1,500}");
  private static final Pattern CLOSING = Pattern.compile("[.,;:!?)\\]}]+$");

  /**
   * A stretch of the text.
   *
   * @param address where it leads; null when it is no link
   */
  public record Piece(String text, @Nullable String address) {}

  public ForeignText {
    pieces = List.copyOf(pieces);
  }

  /** The text, or {@link #NONE} for nothing. */
  public static ForeignText of(@Nullable String text) {
    return text == null || text.isBlank() ? NONE : new ForeignText(split(plain(text)));
  }

  /** The same characters without what hides, where no links are wanted. */
  public static String plain(@Nullable String text) {
    return text == null
        ? ""
        : HIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll(SHOWN_INSTEAD).strip();
  }

  private static List<Piece> split(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    int done = 0;
    while (matcher.find()) {
      String address = CLOSING.matcher(matcher.group()).replaceFirst("");
      if (matcher.start() > done) {
        pieces.add(new Piece(text.substring(done, matcher.start()), null));
      }
      pieces.add(new Piece(address, address));
      done = matcher.start() + address.length();
    }
    if (done < text.length()) {
      pieces.add(new Piece(text.substring(done), null));
    }
    return pieces;
  }

  /** Whether there is anything to show. */
  public boolean isPresent() {
    return !pieces.isEmpty();
  }

  /** The text alone. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }
}
