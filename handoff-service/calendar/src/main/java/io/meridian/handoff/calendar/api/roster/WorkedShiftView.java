package io.meridian.handoff.calendar.api.roster;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.roster.WorkedShift;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a TAM worked of a shift.
 *
 * @param tier PRIMARY, SECONDARY or SHADOW
 * @param localStart {@code start} on the clocks of {@code zone}
 * @param hours between start and end, to the hundredth
 * @param overlapHours how many of them the TAM worked in another listed shift at the same time
 * @param pattern null when an override added the shift
 */
@Schema(name = "WorkedShift", example = WorkedShiftView.EXAMPLE)
record WorkedShiftView(
    UUID shift,
    Person tam,
    String region,
    Rotation.Tier tier,
    Instant start,
    Instant end,
    String zone,
    String localStart,
    String localEnd,
    BigDecimal hours,
    BigDecimal overlapHours,
    @Nullable String holiday,
    @Nullable String pattern,
    @Nullable String override) {

  static final String EXAMPLE =
      """
      {"shift":"5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5","tam":{"id":"tam-eva","name":"Eva Berg"},
      "region":"EMEA","tier":"PRIMARY","start":"2026-03-29T06:00:00Z","end":"2026-03-29T14:00:00Z",
      "zone":"Europe/London","localStart":"2026-03-29T07:00","localEnd":"2026-03-29T15:00",
      "hours":8.00,"overlapHours":0.00,"holiday":null,"pattern":"emea-day","override":null}""";

  private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

  static WorkedShiftView of(InForce names, WorkedShift worked) {
    Shift shift = worked.shift();
    return new WorkedShiftView(
        shift.id(),
        names.person(worked.tam()),
        shift.region(),
        worked.tier(),
        shift.start(),
        shift.end(),
        shift.zone().getId(),
        LocalDateTime.ofInstant(shift.start(), shift.zone()).toString(),
        LocalDateTime.ofInstant(shift.end(), shift.zone()).toString(),
        hours(worked.worked()),
        hours(worked.overlap()),
        shift.holiday(),
        shift.pattern().isEmpty() ? null : shift.pattern(),
        shift.override());
  }

  private static BigDecimal hours(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis())
        .divide(MILLIS_PER_HOUR, 2, RoundingMode.HALF_EVEN);
  }
}
