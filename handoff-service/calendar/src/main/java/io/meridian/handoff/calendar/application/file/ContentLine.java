package io.meridian.handoff.calendar.application.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An unfolded line of an iCalendar file (RFC 5545 section 3.1).
 *
 * @param number of its first line in the file, from 1
 * @param name of the property in capitals; of a line that is none, how it begins
 * @param parameters as they are written, from their first semicolon on
 * @param value null for a line that is no property, having no colon where one has to be
 */
public record ContentLine(int number, String name, String parameters, @Nullable String value) {

  static ContentLine of(int number, String text) {
    int nameEnd = nameEnd(text);
    String name = text.substring(0, nameEnd).toUpperCase(Locale.ROOT);
    int colon = colon(text, nameEnd);
    return colon < 0 || (colon > nameEnd && text.charAt(nameEnd) != ';')
        ? new ContentLine(number, name, text.substring(nameEnd), null)
        : new ContentLine(
            number, name, text.substring(nameEnd, colon), text.substring(colon + 1).strip());
  }

  /** The line again, unfolded. */
  public String text() {
    return value == null ? name + parameters : name + parameters + ":" + value;
  }

  private static int nameEnd(String text) {
    int end = 0;
    while (end < text.length() && isOfName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(char c) {
    return c == '-' || c < 128 && Character.isLetterOrDigit(c);
  }

  /** The colon before the value; those in quotes are of a parameter. */
  private static int colon(String text, int from) {
    boolean isQuoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ':' && !isQuoted) {
        return i;
      }
    }
    return -1;
  }
}
