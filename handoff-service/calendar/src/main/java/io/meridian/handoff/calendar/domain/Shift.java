package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A concrete shift {@code [start, end)} of a region: what patterns, rotations, holidays, leave and
 * overrides yield. One slot of a pattern is one shift, or several where leave, an override or an
 * edit of the calendar changes who holds it on the way.
 *
 * @param id derived from pattern, slot date and start, which it begins with: a second computation
 *     yields the same
 * @param start never equal to {@code end}
 * @param slotStart start of the whole slot that the pattern yields for one local date
 * @param slotEnd end of the whole slot; a holder who leaves duty earlier left in mid-shift
 * @param zone the pattern's zone
 * @param primary null when nobody holds the shift as primary
 * @param secondary null when the shift has no secondary
 * @param shadows accompany the shift and are not on duty
 * @param pattern id of the shift pattern; empty for the shift that an {@code add} override makes
 * @param override id of the override that shaped it
 * @param holiday name of the holiday it falls on
 */
public record Shift(
    UUID id,
    String region,
    Instant start,
    Instant end,
    Instant slotStart,
    Instant slotEnd,
    ZoneId zone,
    @Nullable String primary,
    @Nullable String secondary,
    List<String> shadows,
    String pattern,
    @Nullable String override,
    @Nullable String holiday) {

  /** The order of every list of shifts: by start, then id. */
  public static final Comparator<Shift> ORDER = Shift::compare;

  public Shift {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("shift " + id + " starts at " + start + ", ends " + end);
    }
    shadows = List.copyOf(shadows);
  }

  private static int compare(Shift a, Shift b) {
    int byStart = a.start.compareTo(b.start);
    return byStart == 0 ? a.id.compareTo(b.id) : byStart;
  }

  /** Whether the shift goes on at the instant. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  /** Whether the shift and {@code [from, to)} share an instant. */
  public boolean intersects(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end);
  }

  /** Whether the TAM is primary or secondary: a shadow is not on duty. */
  public boolean onDuty(String tam) {
    return tam.equals(primary) || tam.equals(secondary);
  }

  /** Whether anybody is on duty; a shift that nobody holds is empty. */
  public boolean isHeld() {
    return primary != null || secondary != null;
  }

  /** Whether the same people are on it in the same region, for the same reasons. */
  public boolean sameCrewAs(Shift other) {
    return region.equals(other.region)
        && Objects.equals(primary, other.primary)
        && Objects.equals(secondary, other.secondary)
        && shadows.equals(other.shadows)
        && Objects.equals(override, other.override)
        && Objects.equals(holiday, other.holiday);
  }

  /** The part inside {@code [from, to)}, which must share an instant with the shift. */
  public Shift cutTo(Instant from, Instant to) {
    return with(id, start.isBefore(from) ? from : start, end.isAfter(to) ? to : end, slotEnd);
  }

  /** The same shift, which ends at another instant. */
  Shift endingWith(Instant newEnd, Instant newSlotEnd) {
    return with(id, start, newEnd, newSlotEnd);
  }

  /** What is left of the shift from an instant inside it, as a shift of its own. */
  Shift restartedAt(Instant at) {
    return with(ShiftId.ofRest(id, at), at, end, slotEnd);
  }

  private Shift with(UUID newId, Instant newStart, Instant newEnd, Instant newSlotEnd) {
    return new Shift(
        newId,
        region,
        newStart,
        newEnd,
        slotStart,
        newSlotEnd,
        zone,
        primary,
        secondary,
        shadows,
        pattern,
        override,
        holiday);
  }
}
