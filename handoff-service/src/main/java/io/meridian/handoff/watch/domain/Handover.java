package io.meridian.handoff.watch.domain;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A watch item comes to the crew of a shift.
 *
 * @param id derived from item and shift: told again it is the same
 * @param confirmBy until when one of the crew is to confirm
 * @param confirmedBy who has; null while nobody has
 */
public record Handover(
    UUID id,
    UUID itemId,
    UUID shiftChangeId,
    String fromRegion,
    String toRegion,
    Instant boundary,
    UUID shiftId,
    Instant start,
    Instant end,
    @Nullable String primary,
    @Nullable String secondary,
    Instant confirmBy,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt) {

  /**
   * The handover of an item at a shift change.
   *
   * @param confirmBy until when one of the crew is to confirm
   */
  public static Handover of(UUID item, ShiftChange change, Instant confirmBy) {
    Shift shift = change.incoming();
    String about = "watch|" + item + "|" + shift.id();
    return new Handover(
        UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)),
        item,
        change.id(),
        change.fromRegion(),
        change.toRegion(),
        change.boundary(),
        shift.id(),
        shift.start(),
        shift.end(),
        shift.primary(),
        shift.secondary(),
        confirmBy,
        null,
        null);
  }

  /** Whether somebody is of the crew that it came to. */
  public boolean isOfCrew(String tam) {
    return tam.equals(primary) || tam.equals(secondary);
  }
}
