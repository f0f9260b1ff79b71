package io.meridian.handoff.calendar.application;

import io.meridian.events.CoverageEvent;
import io.meridian.events.CoverageForecast;
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
import java.util.List;
import java.util.UUID;

/**
 * Tells of coverage gaps to come: at once when a change makes one soon, and once a week of all.
 * Gaps below the tolerance are no gaps here.
 */
@ApplicationScoped
public class CoverageAlarms {

  private static final int GAPS_TOLD_MAX = 100;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Outbox outbox;
  private final CoverageAlarmStore store;
  private final CurrentCalendar current;
  private final CalendarConfig config;

  CoverageAlarms(
      Outbox outbox, CoverageAlarmStore store, CurrentCalendar current, CalendarConfig config) {
    this.outbox = outbox;
    this.store = store;
    this.current = current;
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
    List<CoverageGap> made =
        CalendarDifference.gapsMade(before.rules(), now.rules(), at, to).stream()
            .filter(this::matters)
            .toList();
    return made.isEmpty()
        ? Uni.createFrom().voidItem()
        : outbox.append(
            unit, List.of(new CoverageEvent.GapsMade(by, forecast(now, made, at, to, "made"))));
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
    List<CoverageGap> gaps =
        Coverage.of(inForce.rules(), now, to).gaps().stream().filter(this::matters).toList();
    return gaps.isEmpty()
        ? Uni.createFrom().voidItem()
        : outbox.append(
            unit,
            List.of(new CoverageEvent.GapsForeseen(forecast(inForce, gaps, now, to, "weekly"))));
  }

  private boolean matters(CoverageGap gap) {
    return gap.isAtLeast(config.gapTolerance());
  }

  private static CoverageForecast forecast(
      InForce inForce, List<CoverageGap> gaps, Instant from, Instant to, String why) {
    String name = "coverage " + why + ' ' + inForce.revision() + ' ' + from;
    return new CoverageForecast(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        inForce.revision(),
        from,
        to,
        gaps.size(),
        gaps.stream().map(CoverageGap::length).reduce(Duration.ZERO, Duration::plus),
        gaps.stream()
            .limit(GAPS_TOLD_MAX)
            .map(g -> new CoverageForecast.Gap(g.start(), g.end(), g.cause().name()))
            .toList(),
        from);
  }
}
