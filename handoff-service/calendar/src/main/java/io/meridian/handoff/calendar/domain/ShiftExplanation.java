package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a shift is at these instants and why these people are on it. Each part says in {@code
 * sentence} what its other fields say.
 *
 * @param pattern the rule that yields it; null for the shift that an override adds
 * @param start why it starts when it does
 * @param end why it ends when it does
 * @param clockChange the change of the zone's clocks during the slot
 * @param places the places that rotations fill, primary first
 * @param holiday the holiday that it falls on, and what the pattern does about it
 * @param override the exception that changed who is on it
 */
public record ShiftExplanation(
    Shift shift,
    @Nullable ByPattern pattern,
    Boundary start,
    Boundary end,
    @Nullable ClockChange clockChange,
    List<Place> places,
    @Nullable OnHoliday holiday,
    @Nullable ByOverride override) {

  /**
   * @param date local date for which the pattern yields the slot
   * @param localStart wall time in the pattern's zone
   */
  public record ByPattern(
      String id,
      String zone,
      LocalDate date,
      LocalDateTime localStart,
      LocalDateTime localEnd,
      String sentence) {}

  /** Where a boundary comes from. */
  public enum Cause {
    PATTERN,
    LEAVE,
    OVERRIDE,
    ROTATION,
    /** An edit of the calendar while the shift ran. */
    EDIT
  }

  /** The start or the end of the shift. */
  public record Boundary(Instant at, Cause cause, String sentence) {}

  /**
   * @param shift what the change adds to the length of the slot, negative when it takes away
   */
  public record ClockChange(Instant at, Duration shift, String sentence) {}

  /** One who would have served before. */
  public record Passed(String tam, String reason) {}

  /**
   * A place that a rotation fills.
   *
   * @param version number of the rotation's version, from 1; 0 where somebody stays on a shift that
   *     ran when the calendar was edited
   * @param turn number of the turn, 0 from the version's anchor
   * @param position place of the one whose turn it is in the list of participants, from 1
   * @param whoseTurn null when the rotation has no version yet
   * @param serves who serves by the rotation, before an override; null when nobody can
   * @param passedOver those between, in order
   */
  public record Place(
      Rotation.Tier tier,
      String rotation,
      int version,
      @Nullable Instant effectiveFrom,
      long turn,
      int position,
      @Nullable String whoseTurn,
      @Nullable String serves,
      List<Passed> passedOver,
      String sentence) {}

  /**
   * @param policy WORKED, or ROSTER with the rotation that takes over
   */
  public record OnHoliday(String name, String policy, String sentence) {}

  /**
   * @param change REPLACE, ADD or REMOVE
   */
  public record ByOverride(String id, String change, @Nullable String reason, String sentence) {}
}
