package io.meridian.handoff.calendar.api;

import io.meridian.events.Person;
import io.meridian.events.ShiftState;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Shift;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A shift, or the part of it inside the window asked for.
 *
 * @param zone zone of the pattern
 * @param localStart {@code start} on the clocks of {@code zone}
 * @param primary null when nobody holds the shift
 * @param slot the whole slot of the pattern that the shift is a part of
 */
@Schema(name = "Shift", example = ShiftView.EXAMPLE)
public record ShiftView(
    UUID id,
    String region,
    Instant start,
    Instant end,
    String zone,
    String localStart,
    String localEnd,
    @Nullable Person primary,
    @Nullable Person secondary,
    List<Person> shadows,
    Slot slot,
    Origin origin) {

  static final String EXAMPLE =
      """
      {"id":"5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5","region":"EMEA",
      "start":"2026-03-29T06:00:00Z","end":"2026-03-29T14:00:00Z","zone":"Europe/London",
      "localStart":"2026-03-29T07:00","localEnd":"2026-03-29T15:00",
      "primary":{"id":"tam-eva","name":"Eva Berg"},"secondary":null,"shadows":[],
      "slot":{"start":"2026-03-29T06:00:00Z","end":"2026-03-29T14:00:00Z"},
      "origin":{"pattern":"emea-day","override":null,"holiday":null}}""";

  /** The whole slot. */
  @Schema(name = "ShiftSlot")
  public record Slot(Instant start, Instant end) {}

  /**
   * Where the shift comes from.
   *
   * @param pattern id of the pattern; null when an override adds the shift
   * @param override id of the override that shaped it
   * @param holiday name of the holiday it falls on
   */
  @Schema(name = "ShiftOrigin")
  public record Origin(
      @Nullable String pattern, @Nullable String override, @Nullable String holiday) {}

  static ShiftView of(InForce inForce, Shift shift) {
    return new ShiftView(
        shift.id(),
        shift.region(),
        shift.start(),
        shift.end(),
        shift.zone().getId(),
        LocalDateTime.ofInstant(shift.start(), shift.zone()).toString(),
        LocalDateTime.ofInstant(shift.end(), shift.zone()).toString(),
        person(inForce, shift.primary()),
        person(inForce, shift.secondary()),
        shift.shadows().stream().map(inForce::person).toList(),
        new Slot(shift.slotStart(), shift.slotEnd()),
        new Origin(
            shift.pattern().isEmpty() ? null : shift.pattern(), shift.override(), shift.holiday()));
  }

  /** Of a shift as it was told. */
  public static ShiftView of(ShiftState shift) {
    ZoneId zone = ZoneId.of(shift.zone());
    return new ShiftView(
        shift.id(),
        shift.region(),
        shift.start(),
        shift.end(),
        shift.zone(),
        LocalDateTime.ofInstant(shift.start(), zone).toString(),
        LocalDateTime.ofInstant(shift.end(), zone).toString(),
        shift.primary(),
        shift.secondary(),
        shift.shadows(),
        new Slot(shift.slotStart(), shift.slotEnd()),
        new Origin(
            shift.pattern().isEmpty() ? null : shift.pattern(), shift.override(), shift.holiday()));
  }

  private static @Nullable Person person(InForce inForce, @Nullable String tam) {
    return tam == null ? null : inForce.person(tam);
  }
}
