package io.meridian.handoff.domain.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * An ordered list of TAMs who take turns.
 *
 * @param region code of the region whose patterns may use it
 * @param participants ids in the order of their turns; the first serves from the anchor
 * @param every periods per turn, at least 1
 * @param anchor wall time in {@code zone} at which the first participant's turn begins
 */
public record Rotation(
    String id,
    String region,
    Tier tier,
    List<String> participants,
    Period period,
    int every,
    ZoneId zone,
    LocalDateTime anchor) {

  public Rotation {
    if (every < 1 || participants.isEmpty()) {
      throw new IllegalArgumentException("rotation " + id + " needs a period and participants");
    }
    participants = List.copyOf(participants);
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
