package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.WallClock;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.runtime.leadership.LostLeadership;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What time alone does to a calendar, while this replica leads: the weekly forecast, the alarm of
 * those on duty soon whom nothing reaches, and a new time-zone database, which recomputes the
 * future as an edit of the system's that changes no rule.
 */
@ApplicationScoped
public class CalendarWatch {

  private static final Logger LOG = Logger.getLogger(CalendarWatch.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CalendarStore calendars;
  private final CalendarCommands commands;
  private final CoverageAlarms alarms;
  private final ReadinessAlarms readiness;
  private final Transactions transactions;
  private final Leadership leadership;
  private final Workers workers;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);

  CalendarWatch(
      CalendarStore calendars,
      CalendarCommands commands,
      CoverageAlarms alarms,
      ReadinessAlarms readiness,
      Transactions transactions,
      Leadership leadership,
      Workers workers,
      Clock clock) {
    this.calendars = calendars;
    this.commands = commands;
    this.alarms = alarms;
    this.readiness = readiness;
    this.transactions = transactions;
    this.leadership = leadership;
    this.workers = workers;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    workers.start("calendar-watch", this::round, wake::release, () -> {});
  }

  private void round() throws InterruptedException {
    if (leadership.isLeader()) {
      try {
        look().await().atMost(PATIENCE);
      } catch (LostLeadership e) {
        LOG.info("the calendar is watched by the new leader");
      }
    }
    if (wake.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  /** Does what is due, once. */
  public Uni<Void> look() {
    return transactions
        .read(calendars::tzdb)
        .chain(
            tzdb ->
                tzdb.isEmpty() || tzdb.get().equals(WallClock.tzdb())
                    ? Uni.createFrom().voidItem()
                    : recompute(tzdb.get()))
        .chain(this::forecast)
        .chain(this::ready);
  }

  private Uni<Void> ready() {
    Instant now = clock.instant();
    return transactions
        .read(unit -> readiness.isDue(unit, now))
        .chain(
            due ->
                due
                    ? transactions.write(
                        unit -> leadership.fence(unit).chain(() -> readiness.tell(unit, now)))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> recompute(String old) {
    LOG.infof("time-zone database %s follows %s: the future is recomputed", WallClock.tzdb(), old);
    return transactions
        .write(
            unit ->
                leadership
                    .fence(unit)
                    .chain(() -> commands.recompute(unit, "tzdb " + WallClock.tzdb())))
        .replaceWithVoid();
  }

  private Uni<Void> forecast() {
    Instant now = clock.instant();
    return transactions
        .read(
            unit ->
                calendars
                    .tzdb(unit)
                    .chain(
                        tzdb ->
                            tzdb.isEmpty()
                                ? Uni.createFrom().item(false)
                                : alarms.isWeeklyDue(unit, now)))
        .chain(
            due ->
                due
                    ? transactions.write(
                        unit -> leadership.fence(unit).chain(() -> alarms.weekly(unit, now)))
                    : Uni.createFrom().voidItem());
  }
}
