package io.meridian.rest.text;

import java.util.Optional;

/** Text that PostgreSQL can hold: no NUL, and no half of a surrogate pair, which UTF-8 lacks. */
public final class StorableText {
  private static final int REPLACEMENT = 0xfffd;

  private StorableText() {}

  /** Why a text cannot be stored, in words for its sender; empty if it can. */
  public static Optional<String> fault(String text) {
    return text.codePoints()
        .filter(StorableText::isUnstorable)
        .mapToObj(
            c ->
                c == 0
                    ? "must not hold a NUL character"
                    : "must not hold half of a surrogate pair (U+D800 to U+DFFF)")
        .findFirst();
  }

  /** The text with U+FFFD for each character that cannot be stored. */
  public static String mended(String text) {
    return fault(text).isEmpty()
        ? text
        : text.codePoints()
            .map(c -> isUnstorable(c) ? REPLACEMENT : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isUnstorable(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
