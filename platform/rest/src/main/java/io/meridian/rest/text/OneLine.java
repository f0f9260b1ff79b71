package io.meridian.rest.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ids, names and mail addresses look like in every service: one line of what can be seen.
 * Control and format characters, line and paragraph separators would let a name end a line of a
 * log, a header or a calendar file, run backwards, or look like another one.
 */
public final class OneLine {
  /** For {@code @Pattern}: any text of one line. */
  public static final String REGEX = "[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*";

  /** What to tell whose text does not match {@link #REGEX}. */
  public static final String MESSAGE = "must be one line without control or format characters";

  private static final String MAIL_PART = "[^@\\s\\p{Z}\\p{Cc}\\p{Cf}<>(),;:\"\\\\\\[\\]]+";

  /** For {@code @Pattern}: a mail address as in {@code To}, without a display name. */
  public static final String MAIL_ADDRESS = MAIL_PART + "@" + MAIL_PART;

  private static final Pattern PATTERN = Pattern.compile(REGEX);

  private OneLine() {}

  /** Why a text is no line, in words for its sender; empty if it is one. */
  public static Optional<String> fault(String text) {
    return PATTERN.matcher(text).matches() ? Optional.empty() : Optional.of(MESSAGE);
  }
}
