package io.meridian.handoff.notification.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.notification.application.channel.Channels;
import io.meridian.handoff.notification.store.SendingStore;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** The sender of another replica, over the same database. */
@Dependent
public class AnotherSender {
  @Inject SendingStore store;
  @Inject CurrentCalendar calendar;
  @Inject Recipients recipients;
  @Inject Contents contents;
  @Inject Channels channels;
  @Inject NotificationMeters meters;
  @Inject Transactions transactions;
  @Inject NotificationConfig config;
  @Inject DomainClock clock;

  private final Workers workers = new Workers();
  private final SenderSignal signal = new SenderSignal();
  private final AtomicInteger attempts = new AtomicInteger();

  /** Begins to send what is due. */
  public void start() {
    new Sending(
            store,
            calendar,
            recipients,
            new Counted(this),
            transactions,
            config,
            clock,
            workers,
            signal)
        .start(new StartupEvent());
  }

  /** There may be something to send. */
  public void nudge() {
    signal.nudge();
  }

  /** How many attempts this replica has begun. */
  public int attempts() {
    return attempts.get();
  }

  public void stop() throws InterruptedException {
    workers.stopAll();
  }

  @Vetoed
  private static final class Counted extends Delivery {
    private final AtomicInteger attempts;

    Counted(AnotherSender of) {
      super(
          of.store,
          of.contents,
          new Outcomes(of.store, of.transactions),
          of.calendar,
          of.channels,
          new ProviderLanes(of.config),
          new Circuits(),
          of.meters,
          of.transactions,
          of.config,
          of.clock);
      attempts = of.attempts;
    }

    @Override
    void attempt(Sending.DueMessage due) {
      attempts.incrementAndGet();
      super.attempt(due);
    }
  }
}
