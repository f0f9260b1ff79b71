package io.meridian.handoff.domain.shiftchange;

import io.meridian.handoff.domain.duty.Roster;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is accountable for an escalation, as far as shift changes care.
 *
 * @param region the region in which they hold it
 * @param since when their accountability begins; may be later than now
 * @param holdFrom start of the hold they declared, or null
 * @param holdUntil end of the hold: until then they attend although off duty; null without a hold
 */
public record Holder(
    String tam,
    String region,
    Instant since,
    @Nullable Instant holdFrom,
    @Nullable Instant holdUntil) {

  /** A holder without a hold. */
  public static Holder of(String tam, String region, Instant since) {
    return new Holder(tam, region, since, null, null);
  }

  /** Whether a hold covers the instant. */
  public boolean holds(Instant at) {
    return holdFrom != null
        && holdUntil != null
        && !at.isBefore(holdFrom)
        && at.isBefore(holdUntil);
  }

  /** Attended: on duty, or on hold. */
  public boolean attends(Roster roster, Instant at) {
    return holds(at) || roster.onDuty(tam, at);
  }
}
