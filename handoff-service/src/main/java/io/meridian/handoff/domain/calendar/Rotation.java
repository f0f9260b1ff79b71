package io.meridian.handoff.domain.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of TAMs who take turns, as it is in successive versions.
 *
 * @param region code of the region whose patterns may use it
 * @param versions at least one, by the instants from which they are effective, the newest last;
 *     each holds until the next. Before the first nobody has the turn
 */
public record Rotation(String id, String region, Tier tier, List<Version> versions) {

  public Rotation {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("rotation " + id + " needs a version");
    }
    versions = List.copyOf(versions);
  }

  /** A rotation that never was another. */
  public Rotation(
      String id,
      String region,
      Tier tier,
      List<String> participants,
      Period period,
      int every,
      ZoneId zone,
      LocalDateTime anchor) {
    this(id, region, tier, List.of(new Version(null, participants, period, every, zone, anchor)));
  }

  /** The version that holds for ever after. */
  public Version newest() {
    return versions.getLast();
  }

  /** The rotation in other versions. */
  Rotation in(List<Version> others) {
    return new Rotation(id, region, tier, others);
  }

  /**
   * What a rotation is from an instant on.
   *
   * @param effectiveFrom null: since ever
   * @param participants ids in the order of their turns; the first serves from the anchor
   * @param every periods per turn, at least 1
   * @param anchor wall time in {@code zone} at which the first participant's turn begins
   */
  public record Version(
      @Nullable Instant effectiveFrom,
      List<String> participants,
      Period period,
      int every,
      ZoneId zone,
      LocalDateTime anchor) {

    public Version {
      if (every < 1 || participants.isEmpty()) {
        throw new IllegalArgumentException("a rotation needs a period and participants");
      }
      participants = List.copyOf(participants);
    }

    /** The instant from which it is effective, however long ago. */
    Instant from() {
      return effectiveFrom == null ? Instant.MIN : effectiveFrom;
    }

    Version effective(@Nullable Instant from) {
      return new Version(from, participants, period, every, zone, anchor);
    }

    Version with(List<String> others) {
      return new Version(effectiveFrom, others, period, every, zone, anchor);
    }

    /** Whether it says the same, whenever it is effective. */
    boolean saysTheSameAs(Version other) {
      return effective(null).equals(other.effective(null));
    }
  }

  /** As what the participant whose turn it is serves. */
  public enum Tier {
    PRIMARY,
    SECONDARY,
    /** Accompanies and is not on duty. */
    SHADOW
  }

  /** What a turn is counted in. */
  public enum Period {
    /** Slots of the patterns that use the rotation, in the order of their starts. */
    SHIFTS,
    DAILY,
    WEEKLY,
    /** Calendar months from the anchor, its day clamped to the month's last. */
    MONTHLY
  }
}
