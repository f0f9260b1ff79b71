package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param running shifts that ran when the calendar was edited and that it would have dealt
 *     otherwise since
 */
public record Rotation(
    String id, String region, Tier tier, List<Version> versions, List<Running> running) {

  public Rotation {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("rotation " + id + " needs a version");
    }
    versions = List.copyOf(versions);
    running = List.copyOf(running);
  }

  /** A rotation in whose shifts nobody stays against its turns. */
  public Rotation(String id, String region, Tier tier, List<Version> versions) {
    this(id, region, tier, versions, List.of());
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
    return new Rotation(id, region, tier, others, running);
  }

  /** The rotation with other shifts on which people stay. */
  Rotation running(List<Running> others) {
    return new Rotation(id, region, tier, versions, others);
  }

  /**
   * A shift that ran when the calendar was edited: who was on it stays until it ends, whatever the
   * rules deal since.
   *
   * @param date local date of the shift, in the zone of its pattern
   * @param order whose turn it was, and who stands in, in this order
   */
  public record Running(String pattern, LocalDate date, List<String> order) {

    public Running {
      order = List.copyOf(order);
    }
  }

  /**
   * Where the count of shifts stands at an instant. It takes the place of the anchor when an edit
   * of patterns or holidays would make another count of what was dealt already.
   *
   * @param until the instant
   * @param shifts those dealt from the anchor until then; negative while the anchor is to come
   */
  public record Dealt(Instant until, long shifts) {}

  /**
   * What a rotation is from an instant on.
   *
   * @param effectiveFrom null: since ever
   * @param participants ids in the order of their turns; the first serves from the anchor
   * @param every periods per turn, at least 1
   * @param anchor wall time in {@code zone} at which the first participant's turn begins
   * @param dealt null: as many shifts as start between the anchor and any instant
   */
  public record Version(
      @Nullable Instant effectiveFrom,
      List<String> participants,
      Period period,
      int every,
      ZoneId zone,
      LocalDateTime anchor,
      @Nullable Dealt dealt) {

    public Version {
      if (every < 1 || participants.isEmpty()) {
        throw new IllegalArgumentException("a rotation needs a period and participants");
      }
      participants = List.copyOf(participants);
    }

    /** A version that counts from its anchor. */
    public Version(
        @Nullable Instant effectiveFrom,
        List<String> participants,
        Period period,
        int every,
        ZoneId zone,
        LocalDateTime anchor) {
      this(effectiveFrom, participants, period, every, zone, anchor, null);
    }

    /** The instant from which it is effective, however long ago. */
    Instant from() {
      return effectiveFrom == null ? Instant.MIN : effectiveFrom;
    }

    Version effective(@Nullable Instant from) {
      return new Version(from, participants, period, every, zone, anchor, dealt);
    }

    Version with(List<String> others) {
      return new Version(effectiveFrom, others, period, every, zone, anchor, dealt);
    }

    /** The version counting from another anchor. */
    Version from(LocalDateTime other) {
      return new Version(effectiveFrom, participants, period, every, zone, other);
    }

    Version dealt(@Nullable Dealt other) {
      return new Version(effectiveFrom, participants, period, every, zone, anchor, other);
    }

    /** Whether it says the same, whenever it is effective and however far it has dealt. */
    boolean saysTheSameAs(Version other) {
      return effective(null).dealt(null).equals(other.effective(null).dealt(null));
    }

    /** Whether both count shifts, and from the same anchor. */
    boolean countsLike(Version other) {
      return period == Period.SHIFTS
          && other.period == Period.SHIFTS
          && zone.equals(other.zone)
          && anchor.equals(other.anchor);
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
    /** Shifts of the patterns that use the rotation, in the order of their starts. */
    SHIFTS,
    DAILY,
    WEEKLY,
    /** Calendar months from the anchor, its day clamped to the month's last. */
    MONTHLY
  }
}
