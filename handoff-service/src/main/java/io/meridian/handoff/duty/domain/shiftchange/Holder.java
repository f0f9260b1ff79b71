package io.meridian.handoff.duty.domain.shiftchange;

import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.domain.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is accountable for an escalation, as far as shift changes care.
 *
 * @param region the region in which they hold it
 * @param since when their accountability begins; may be later than now
 * @param holds the holds they declared, by start, apart from each other: during one they attend
 *     although off duty
 * @param home the region in which the escalation lives; null when it follows the sun
 */
public record Holder(
    String tam, String region, Instant since, List<Interval> holds, @Nullable String home) {

  public Holder {
    holds = List.copyOf(holds);
  }

  /** The holder of what follows the sun. */
  public Holder(String tam, String region, Instant since, List<Interval> holds) {
    this(tam, region, since, holds, null);
  }

  /** A holder without a hold. */
  public static Holder of(String tam, String region, Instant since) {
    return new Holder(tam, region, since, List.of());
  }

  /** Whether a hold covers the instant. */
  public boolean holds(Instant at) {
    return holdUntil(at).isPresent();
  }

  /** The end of the hold that covers the instant. */
  public Optional<Instant> holdUntil(Instant at) {
    return holds.stream().filter(hold -> hold.covers(at)).map(Interval::end).findFirst();
  }

  /** Attended: on duty, or on hold. */
  public boolean attends(Roster roster, Instant at) {
    return holds(at) || roster.onDuty(tam, at);
  }
}
