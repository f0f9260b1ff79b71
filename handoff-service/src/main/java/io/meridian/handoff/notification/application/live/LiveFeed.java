package io.meridian.handoff.notification.application.live;

import io.meridian.events.Event;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.notification.application.live.LogTail.Entry;
import io.meridian.handoff.notification.domain.live.Audience;
import io.meridian.handoff.notification.domain.live.RecentNews;
import io.meridian.handoff.notification.domain.live.StreamPosition;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log and tells each listener what concerns them, by one thread: it reads nothing but the
 * log for them, so that no listener waits for another.
 */
@ApplicationScoped
public class LiveFeed {
  /** News that may wait for a slow listener; with more it is cut off, and may come back. */
  public static final int WAITING_MAX = 1_000;

  /** After this a listener is asked to come back, with a token that is still good. */
  private static final Duration LISTENING_MAX = Duration.ofMinutes(15);

  private static final Duration DEADLINE_NEAR = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long BEAT_NANOS = Duration.ofSeconds(15).toNanos();
  private static final long WARN_NANOS = Duration.ofSeconds(2).toNanos();

  /** Bytes that are kept for who comes back. */
  private static final int RECENT_MAX = 16 << 20;

  private final Map<String, Object> kafka;
  private final EventCodec codec;
  private final HandoffStore handoffs;
  private final CurrentCalendar calendar;
  private final Transactions transactions;
  private final Clock clock;
  private final Workers workers;
  private final Queue<Joining> joining = new ConcurrentLinkedQueue<>();
  private final List<Listener> listeners = new ArrayList<>();
  private RecentNews<Entry> recent = new RecentNews<>(RECENT_MAX);
  private StreamPosition position = StreamPosition.of(Map.of());
  private volatile @Nullable LogTail tail;
  private long beaten = System.nanoTime();
  private long warned = System.nanoTime();

  LiveFeed(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      EventCodec codec,
      HandoffStore handoffs,
      CurrentCalendar calendar,
      Transactions transactions,
      Clock clock,
      Workers workers) {
    this.kafka = kafka;
    this.codec = codec;
    this.handoffs = handoffs;
    this.calendar = calendar;
    this.transactions = transactions;
    this.clock = clock;
    this.workers = workers;
  }

  private record Joining(Listener listener, boolean resumes) {}

  void start(@Observes StartupEvent event) {
    workers.start("live", this::round, this::wake, this::end);
  }

  /**
   * What is published from now on as far as it concerns the listener, and first what they missed.
   *
   * @param hearsAll whether everything concerns them
   * @param lastEventId the id of the last news they got, or null
   */
  public Multi<News> listen(String tam, boolean hearsAll, @Nullable String lastEventId) {
    return transactions
        .read(calendar::in)
        .map(people -> new Audience(tam, ledBy(people, tam), hearsAll))
        .onItem()
        .transformToMulti(audience -> news(audience, lastEventId))
        .select()
        .first(LISTENING_MAX);
  }

  private static Set<String> ledBy(InForce people, String tam) {
    return people.calendar().regions().stream()
        .filter(region -> region.lead().equals(tam))
        .map(Region::code)
        .collect(Collectors.toSet());
  }

  private Multi<News> news(Audience audience, @Nullable String lastEventId) {
    Optional<StreamPosition> since =
        Optional.ofNullable(lastEventId).flatMap(StreamPosition::parse);
    return Multi.createFrom()
        .emitter(
            out ->
                joining.add(
                    new Joining(new Listener(audience, since, out, codec), lastEventId != null)),
            WAITING_MAX);
  }

  private void round() {
    LogTail open = tail;
    if (open == null) {
      open = new LogTail(kafka);
      tail = open;
      recent = new RecentNews<>(RECENT_MAX);
      open.beginnings().forEach(recent::begin);
      position = StreamPosition.of(open.beginnings());
    }
    try {
      open.poll(POLL).forEach(this::tell);
    } catch (WakeupException e) {
      return;
    } catch (RuntimeException e) {
      tail = null;
      open.close();
      throw e;
    }
    join();
    listeners.removeIf(Listener::isGone);
    warn();
    beat();
  }

  private void tell(Entry entry) {
    position.passed(entry.lane(), entry.offset());
    int weight = 1 + entry.json().length;
    recent.add(new RecentNews.News<>(entry.lane(), entry.offset(), weight, entry));
    if (!listeners.isEmpty()) {
      Optional<Event> event = entry.event(codec);
      listeners.forEach(listener -> listener.tell(entry, event));
    }
  }

  private void join() {
    for (Joining next = joining.poll(); next != null; next = joining.poll()) {
      next.listener().begin(recent, position, next.resumes());
      listeners.add(next.listener());
    }
  }

  private void warn() {
    if (listeners.isEmpty() || System.nanoTime() - warned < WARN_NANOS) {
      return;
    }
    warned = System.nanoTime();
    Instant soon = clock.instant().plus(DEADLINE_NEAR);
    List<HandoffWithSubject> due =
        transactions
            .read(unit -> handoffs.expired(unit, soon, listening(), Listener.WARNED_MAX))
            .await()
            .atMost(PATIENCE);
    listeners.forEach(listener -> due.forEach(listener::warn));
  }

  /** Whose deadlines are told; null when somebody hears of all. */
  private @Nullable Set<String> listening() {
    return listeners.stream().anyMatch(listener -> listener.audience().hearsAll())
        ? null
        : listeners.stream().map(l -> l.audience().tam()).collect(Collectors.toSet());
  }

  private void beat() {
    if (System.nanoTime() - beaten >= BEAT_NANOS) {
      beaten = System.nanoTime();
      listeners.forEach(Listener::beat);
    }
  }

  private void wake() {
    LogTail open = tail;
    if (open != null) {
      open.wake();
    }
  }

  private void end() {
    listeners.forEach(Listener::end);
    LogTail open = tail;
    if (open != null) {
      open.close();
    }
  }
}
