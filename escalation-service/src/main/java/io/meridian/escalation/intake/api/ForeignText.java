package io.meridian.escalation.intake.api;

import io.meridian.rest.text.StorableText;

/** Text as others write it, and what is kept of it. Lengths are counted in code points. */
final class ForeignText {
  private ForeignText() {}

  /**
   * The text on one line: spaces in place of control characters and separators of lines, U+FFFD for
   * what has no form.
   */
  static String line(String text) {
    return StorableText.mended(text)
        .codePoints()
        .map(c -> endsLine(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean endsLine(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** At most its first {@code max} code points; never half of a surrogate pair. */
  static String beginning(String text, int max) {
    return isLonger(text, max) ? text.substring(0, text.offsetByCodePoints(0, max)) : text;
  }

  static boolean isLonger(String text, int max) {
    return text.length() > max && text.codePointCount(0, text.length()) > max;
  }
}
