package io.meridian.handoff.ledger.application;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.events.Tier;
import io.meridian.handoff.calendar.domain.Shift;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day on which to play: EMEA has emea-0 from 07:00 to 15:00, AMER has amer-0 from 15:00 to 23:00,
 * APAC apac-0 from 23:00 to 07:00, the day before and after too.
 */
public final class Stage {
  public static final Instant DAY = Instant.parse("2026-03-07T00:00:00Z");

  private Stage() {}

  /** An instant of the day. */
  public static Instant at(String time) {
    return Instant.parse("2026-03-07T" + time + ":00Z");
  }

  public static List<Shift> shifts() {
    List<Shift> shifts = new ArrayList<>();
    for (int day = -2; day <= 3; day++) {
      long hours = day * 24L;
      shifts.add(shift("EMEA", hours + 7, hours + 15, "emea-0"));
      shifts.add(shift("AMER", hours + 15, hours + 23, "amer-0"));
      shifts.add(shift("APAC", hours + 23, hours + 31, "apac-0"));
    }
    return shifts;
  }

  /** A shift of eight hours or others, hours counted from the day's start. */
  public static Shift shift(String region, long from, long to, @Nullable String primary) {
    Instant start = DAY.plusSeconds(from * 3600);
    Instant end = DAY.plusSeconds(to * 3600);
    return new Shift(
        UUID.nameUUIDFromBytes((region + start).getBytes(StandardCharsets.UTF_8)),
        region,
        start,
        end,
        start,
        end,
        ZoneOffset.UTC,
        primary,
        null,
        List.of(),
        region,
        null,
        null);
  }

  public static EscalationState opened(UUID id, String shortId, Instant at) {
    return opened(id, shortId, at, null);
  }

  public static EscalationState opened(
      UUID id, String shortId, Instant at, @Nullable UUID customer) {
    return new EscalationState(
        id,
        shortId,
        "Checkout is down",
        Severity.SEV2,
        EscalationStatus.OPEN,
        customer,
        List.of(),
        null,
        at,
        null,
        null,
        null,
        1,
        at);
  }

  public static EscalationState closed(EscalationState open, Instant at) {
    return new EscalationState(
        open.id(),
        open.shortId(),
        open.title(),
        open.severity(),
        EscalationStatus.CLOSED,
        open.customerId(),
        open.tags(),
        null,
        open.openedAt(),
        null,
        null,
        at,
        open.revision() + 1,
        at);
  }

  public static EscalationState reopened(EscalationState closed, Instant at) {
    return new EscalationState(
        closed.id(),
        closed.shortId(),
        closed.title(),
        closed.severity(),
        EscalationStatus.OPEN,
        closed.customerId(),
        closed.tags(),
        null,
        at,
        null,
        null,
        null,
        closed.revision() + 1,
        at);
  }

  public static CustomerEvent customer(UUID id, Map<String, String> assignments) {
    return new CustomerEvent.Created(
        new CustomerState(
            id, "Acme", Tier.GOLD, "EMEA", "en", List.of(), assignments, true, 1, DAY));
  }
}
