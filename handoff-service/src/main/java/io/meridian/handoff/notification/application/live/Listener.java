package io.meridian.handoff.notification.application.live;

import io.meridian.events.Event;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.notification.application.live.LogTail.Entry;
import io.meridian.handoff.notification.domain.live.Audience;
import io.meridian.handoff.notification.domain.live.RecentNews;
import io.meridian.handoff.notification.domain.live.StreamPosition;
import io.meridian.runtime.outbox.EventCodec;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who listens, and how far they have come. Only the feed's thread tells it news. */
final class Listener {
  /** The most deadlines that one of them is told of. */
  static final int WARNED_MAX = 10_000;

  private final Audience audience;
  private final Optional<StreamPosition> since;
  private final MultiEmitter<? super News> out;
  private final EventCodec codec;
  private final Set<String> warned = new HashSet<>();
  private StreamPosition position = StreamPosition.of(java.util.Map.of());

  Listener(
      Audience audience,
      Optional<StreamPosition> since,
      MultiEmitter<? super News> out,
      EventCodec codec) {
    this.audience = audience;
    this.since = since;
    this.out = out;
    this.codec = codec;
  }

  Audience audience() {
    return audience;
  }

  boolean isGone() {
    return out.isCancelled();
  }

  /** Tells what was missed, or that it cannot be told any more. */
  void begin(RecentNews<Entry> recent, StreamPosition now, boolean resumes) {
    Optional<List<RecentNews.News<Entry>>> missed = since.flatMap(recent::since);
    if (missed.isPresent()) {
      position = since.orElseThrow().copy();
      out.emit(new News("ready", null, null));
      missed.get().forEach(news -> tell(news.what(), news.what().event(codec)));
    } else {
      position = now.copy();
      out.emit(new News(resumes ? "reset" : "ready", position.toString(), null));
    }
  }

  /**
   * Tells their part of a record.
   *
   * @param event what it says, if it could be read
   */
  void tell(Entry entry, Optional<Event> event) {
    position.passed(entry.lane(), entry.offset());
    event
        .flatMap(audience::part)
        .ifPresent(
            mine ->
                Subject.of(mine)
                    .ifPresent(
                        subject -> out.emit(new News(name(mine), position.toString(), subject))));
  }

  /** {@code io.meridian.handoff.offered.v1} is {@code handoff.offered} here. */
  private static String name(Event event) {
    String type = event.type();
    return type.substring("io.meridian.".length(), type.lastIndexOf('.'));
  }

  /** Tells, once, that an offer must be answered soon. */
  void warn(HandoffWithSubject item) {
    @Nullable String to = item.handoff().to();
    boolean mine = audience.hearsAll() || audience.tam().equals(to);
    String occasion = item.handoff().plan().id() + "|" + item.handoff().acceptBy();
    if (mine && warned.size() < WARNED_MAX && warned.add(occasion)) {
      UUID id = item.handoff().plan().id();
      out.emit(new News("deadline", null, new Subject.Handoffs(List.of(id))));
    }
  }

  void beat() {
    out.emit(News.HEARTBEAT);
  }

  void end() {
    out.complete();
  }
}
