package io.meridian.handoff.notification.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.domain.UnreachableCause;
import io.meridian.handoff.notification.store.MessageClaim;
import io.meridian.handoff.notification.store.SendingStore;
import io.meridian.handoff.notification.store.SendingStore.Beginning;
import io.meridian.handoff.notification.store.SendingStore.Room;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages that are due and hands them over, each on a thread of its own, a few at once and
 * fewer to one provider. Every replica sends; a message is one replica's for 45 seconds.
 */
@ApplicationScoped
class Sending {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** After a nudge: what was written may not be committed yet. */
  private static final Duration LOOK_AGAIN_SOON = Duration.ofMillis(25);

  private static final int SOON_ROUNDS = 40;

  private final SendingStore store;
  private final CurrentCalendar calendar;
  private final Recipients recipients;
  private final Delivery delivery;
  private final Transactions transactions;
  private final NotificationConfig config;
  private final DomainClock clock;
  private final Workers workers;
  private final SenderSignal signal;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("notification-", 0).factory());
  private int soon;

  Sending(
      SendingStore store,
      CurrentCalendar calendar,
      Recipients recipients,
      Delivery delivery,
      Transactions transactions,
      NotificationConfig config,
      DomainClock clock,
      Workers workers,
      SenderSignal signal) {
    this.store = store;
    this.calendar = calendar;
    this.recipients = recipients;
    this.delivery = delivery;
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
    this.workers = workers;
    this.signal = signal;
  }

  void start(@Observes StartupEvent event) {
    workers.start("notifications", this::round, signal::nudge, threads::close);
  }

  /**
   * A message with the channel to try; without one, and with the cause, when the calendar no longer
   * has it.
   */
  record DueMessage(
      MessageClaim message,
      @Nullable ContactChannel channel,
      List<ContactChannel> all,
      UnreachableCause without) {}

  private void round() throws InterruptedException {
    Duration wait = untilNext();
    int free = config.concurrency() - underWay.values().stream().mapToInt(n -> n).sum();
    List<DueMessage> taken =
        wait.isZero() && free > 0
            ? transactions.write(unit -> take(unit, clock.instant(), free)).await().atMost(PATIENCE)
            : List.of();
    taken.forEach(this::send);
    if (taken.isEmpty() && signal.await(pause(wait))) {
      soon = SOON_ROUNDS;
    }
  }

  /** How long to wait for the next message that is nobody's yet; zero when one is due. */
  private Duration untilNext() {
    return transactions
        .read(store::next)
        .await()
        .atMost(PATIENCE)
        .map(clock::realDelayUntil)
        .orElse(LOOK_AGAIN);
  }

  private Duration pause(Duration wait) {
    if (soon > 0) {
      soon--;
      return LOOK_AGAIN_SOON;
    }
    if (wait.compareTo(LOOK_AGAIN_SOON) < 0) {
      return LOOK_AGAIN_SOON;
    }
    return wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN;
  }

  private Uni<List<DueMessage>> take(UnitOfWork unit, Instant now, int free) {
    Room room = new Room(Map.copyOf(underWay), config.underWayPerProvider(), free);
    return store
        .claim(unit, now, room)
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().item(List.<DueMessage>of())
                    : calendar
                        .in(unit)
                        .map(people -> claimed.stream().map(m -> due(people, m)).toList())
                        .call(due -> store.begin(unit, beginnings(due), now)));
  }

  private DueMessage due(InForce people, MessageClaim message) {
    List<ContactChannel> all = recipients.channels(people, message.recipient());
    int place = message.progress().channel();
    ContactChannel channel = place < all.size() ? all.get(place) : null;
    return new DueMessage(message, channel, all, recipients.cause(people, message.recipient()));
  }

  private List<Beginning> beginnings(List<DueMessage> due) {
    List<Beginning> beginnings = new ArrayList<>();
    for (DueMessage one : due) {
      Optional<ContactChannel> channel = Optional.ofNullable(one.channel());
      beginnings.add(
          new Beginning(
              one.message(),
              channel.map(c -> c.kind().name()).orElse("NONE"),
              channel.map(recipients::target).orElse(""),
              channel.map(ContactChannel::way).orElse(null)));
    }
    return beginnings;
  }

  private void send(DueMessage due) {
    String provider = due.message().provider();
    underWay.merge(provider, 1, Integer::sum);
    threads.execute(
        () -> {
          try {
            delivery.attempt(due);
          } finally {
            underWay.computeIfPresent(provider, (p, n) -> n == 1 ? null : n - 1);
            signal.nudge();
          }
        });
  }
}
