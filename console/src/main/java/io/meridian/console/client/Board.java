package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything is held, now and in the hours around.
 *
 * @param band the parts of shifts between from and to, empty ones too
 * @param unaccepted what nobody has taken yet; gravest first
 * @param nextHole the next within a year that nobody has agreed to; null without one
 * @param accountable who has what, on duty or not; who has the gravest first; null from a service
 *     that does not tell it
 * @param complete false when there is more than is shown
 */
public record Board(
    Instant at,
    Instant from,
    Instant to,
    List<Region> regions,
    List<Segment> band,
    List<Change> shiftChanges,
    List<HandoffCard> unaccepted,
    List<Gap> gaps,
    List<Hole> holes,
    @Nullable Hole nextHole,
    @Nullable List<Accountable> accountable,
    boolean complete) {

  /** How much of each severity somebody has, or has accepted, for a region. */
  public record Accountable(Person tam, String region, Map<Severity, Integer> open) {}

  /** A region, and who is there. */
  public record Region(
      String code,
      String name,
      String zone,
      @Nullable Person lead,
      List<Duty> onDuty,
      @Nullable Next next,
      Map<Severity, Integer> open) {}

  /** Somebody on duty. */
  public record Duty(Person tam, String tier, Instant until) {}

  /** A shift to come. */
  public record Next(Instant start, @Nullable Person primary, @Nullable Person secondary) {}

  /** A shift on the band; nobody holds it without a primary and a secondary. */
  public record Segment(
      String region,
      Instant start,
      Instant end,
      String zone,
      @Nullable Person primary,
      @Nullable Person secondary) {}

  /**
   * A shift change.
   *
   * @param prepared false while it is only planned
   * @param handoffs how many stand how; null while it is only planned
   */
  public record Change(
      UUID id,
      String fromRegion,
      String toRegion,
      Instant boundary,
      Instant acceptBy,
      boolean prepared,
      @Nullable Person primary,
      @Nullable Counts handoffs) {}

  /** How many handoffs stand how. */
  public record Counts(
      int waitingForCoverage, int offered, int escalatedToLead, int accepted, int assignedByLead) {

    /** How many somebody has taken. */
    public int taken() {
      return accepted + assignedByLead;
    }

    /** How many there are. */
    public int total() {
      return taken() + waitingForCoverage + offered + escalatedToLead;
    }
  }

  /** A stretch in which nobody attended an escalation. */
  public record Gap(
      String escalation,
      String title,
      Severity severity,
      Instant start,
      @Nullable Instant end,
      String cause,
      Person accountable,
      @Nullable Person asked,
      String fromRegion) {}

  /** A stretch in which no primary is on duty anywhere. */
  public record Hole(Instant start, Instant end, String cause) {}
}
