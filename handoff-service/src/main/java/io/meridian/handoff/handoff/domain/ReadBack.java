package io.meridian.handoff.handoff.domain;

import io.meridian.events.Severity;
import io.meridian.handoff.handoff.domain.Decision.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The receiver's own words (the synthesis of I-PASS), without which nobody takes an escalation of
 * severity 1 or 2.
 */
public final class ReadBack {
  /** The fewest code points of a read-back, spaces at its ends and repeated ones not counted. */
  public static final int LEAST = 15;

  private ReadBack() {}

  /** Whether an escalation of this severity is taken with a read-back only. */
  public static boolean isNeededFor(Severity severity) {
    return severity == Severity.SEV1 || severity == Severity.SEV2;
  }

  /** What is wrong with the words where they are needed; empty when nothing is. */
  static Optional<Refusal> fault(@Nullable String words, String title) {
    String said = words == null ? "" : words.replaceAll("\\s+", " ").strip();
    if (said.isEmpty()) {
      return Optional.of(Refusal.READ_BACK_MISSING);
    }
    if (said.codePointCount(0, said.length()) < LEAST || bare(said).isEmpty()) {
      return Optional.of(Refusal.READ_BACK_SHORT);
    }
    return bare(said).equals(bare(title))
        ? Optional.of(Refusal.READ_BACK_IS_TITLE)
        : Optional.empty();
  }

  /** Letters and digits alone: the title with a full stop is still the title. */
  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
