package io.meridian.escalation.escalation.domain;

import java.util.OptionalLong;

/** What people call an escalation: {@code ESC-} and its number, which starts at 1001. */
public final class ShortId {

  private static final String PREFIX = "ESC-";
  private static final int DIGITS_MAX = 18;

  private ShortId() {}

  public static String of(long number) {
    return PREFIX + number;
  }

  /** The number in {@code text}, in either case; empty if it is no short id. */
  public static OptionalLong parse(String text) {
    String digits = text.length() > PREFIX.length() ? text.substring(PREFIX.length()) : "";
    boolean wellFormed =
        text.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
            && !digits.isEmpty()
            && digits.length() <= DIGITS_MAX
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return wellFormed ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }
}
