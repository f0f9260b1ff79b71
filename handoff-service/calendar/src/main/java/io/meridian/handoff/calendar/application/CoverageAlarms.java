package io.meridian.handoff.calendar.application;

import io.meridian.events.CoverageEvent;
import io.meridian.events.CoverageForecast;
import io.meridian.events.Event;
import io.meridian.handoff.calendar.domain.CalendarDifference;
import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.store.CoverageAlarmStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells of coverage gaps to come: at once when a change makes one soon, and once a week of all.
 * Gaps below the tolerance are no gaps here, and where all are agreed to, nothing is told.
 */
@ApplicationScoped
public class CoverageAlarms {

  private static final int GAPS_TOLD_MAX = 100;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Outbox outbox;
  private final CoverageAlarmStore store;
  private final CurrentCalendar current;
  private final AgreementReader agreements;
  private final CalendarConfig config;

  CoverageAlarms(
      Outbox outbox,
      CoverageAlarmStore store,
      CurrentCalendar current,
      AgreementReader agreements,
      CalendarConfig config) {
    this.outbox = outbox;
    this.store = store;
    this.current = current;
    this.agreements = agreements;
    this.config = config;
  }

  /**
   * Tells if a calendar makes gaps in the next days that the one before did not have.
   *
   * @param at from when it is in force
   * @param by who applied it
   */
  Uni<Void> changed(UnitOfWork unit, InForce before, InForce now, Instant at, String by) {
    Instant to = at.plus(config.alarmAhead());
    List<CoverageGap> made = CalendarDifference.gapsMade(before.rules(), now.rules(), at, to);
    return made.isEmpty()
        ? Uni.createFrom().voidItem()
        : forecast(unit, now, made, at, to, "made")
            .chain(
                forecast -> append(unit, forecast, () -> new CoverageEvent.GapsMade(by, forecast)));
  }

  /** Whether the weekly forecast is due at the instant. */
  Uni<Boolean> isWeeklyDue(UnitOfWork unit, Instant now) {
    return store.next(unit).map(next -> !next.isAfter(now));
  }

  /** Tells of the gaps in the next months, if it is due and there are any. */
  Uni<Void> weekly(UnitOfWork unit, Instant now) {
    return store
        .next(unit)
        .chain(
            due ->
                due.isAfter(now)
                    ? Uni.createFrom().voidItem()
                    : current
                        .in(unit)
                        .chain(inForce -> foresee(unit, inForce, now))
                        .chain(() -> store.move(unit, now.plus(WEEK))));
  }

  private Uni<Void> foresee(UnitOfWork unit, InForce inForce, Instant now) {
    Instant to = now.plus(config.weeklyAhead());
    return forecast(unit, inForce, Coverage.of(inForce.rules(), now, to).gaps(), now, to, "weekly")
        .chain(forecast -> append(unit, forecast, () -> new CoverageEvent.GapsForeseen(forecast)));
  }

  /** Tells of what nobody has agreed to; of nothing else. */
  private Uni<Void> append(UnitOfWork unit, CoverageForecast forecast, Supplier<Event> event) {
    return forecast.gaps() == 0
        ? Uni.createFrom().voidItem()
        : outbox.append(unit, List.of(event.get()));
  }

  private Uni<CoverageForecast> forecast(
      UnitOfWork unit,
      InForce inForce,
      List<CoverageGap> whole,
      Instant from,
      Instant to,
      String why) {
    return agreements
        .between(unit, from, to)
        .map(
            agreed -> {
              List<CoverageGap> gaps =
                  CoverageGap.cut(whole, agreed).stream()
                      .filter(gap -> gap.isAtLeast(config.gapTolerance()))
                      .toList();
              return forecast(inForce, gaps, from, to, why);
            });
  }

  private static CoverageForecast forecast(
      InForce inForce, List<CoverageGap> gaps, Instant from, Instant to, String why) {
    String name = "coverage " + why + ' ' + inForce.revision() + ' ' + from;
    List<CoverageGap> open = gaps.stream().filter(gap -> !gap.isAgreed()).toList();
    List<CoverageGap> agreed = gaps.stream().filter(CoverageGap::isAgreed).toList();
    return new CoverageForecast(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        inForce.revision(),
        from,
        to,
        open.size(),
        CoverageGap.total(open),
        (long) agreed.size(),
        CoverageGap.total(agreed),
        Stream.of(open, agreed)
            .flatMap(kind -> kind.stream().limit(GAPS_TOLD_MAX))
            .sorted(Comparator.comparing(CoverageGap::start))
            .map(g -> new CoverageForecast.Gap(g.start(), g.end(), g.cause().name(), g.agreed()))
            .toList(),
        from);
  }
}
