package io.meridian.runtime.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.Event;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.trace.Trace;
import io.meridian.runtime.work.UnitOfWork;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way out: rows written in the transaction of the state they report. After the
 * commit the relay publishes them in the order written; {@link Transactions} wakes it.
 */
@ApplicationScoped
public class Outbox {
  private static final Rows<OutboxRow> ROWS =
      Rows.<OutboxRow>as("t")
          .uuid("id", OutboxRow::id)
          .text("topic", OutboxRow::topic)
          .text("key", OutboxRow::key)
          .text("type", OutboxRow::type)
          .text("source", OutboxRow::source)
          .number("sequence", OutboxRow::sequence)
          .text("data", OutboxRow::data)
          .text("traceparent", OutboxRow::traceparent)
          .instant("occurred_at", OutboxRow::occurredAt)
          .text("headers", Outbox::headers);
  private static final String INSERT =
      "insert into outbox (%1$s) select %1$s from %2$s".formatted(ROWS.names(), ROWS.unnest());

  private final EventCodec codec;
  private final String source;
  private final List<Witness> witnesses;
  private final Semaphore nudges = new Semaphore(0);

  /** Who hears of all that changes. Every CDI bean of this type does. */
  public interface Witness {
    /** These events are written in this unit of work. */
    void told(UnitOfWork unit, List<? extends Event> events);

    /** Something changed in this unit of work, and no event tells it. */
    void changed(UnitOfWork unit, String kind, String id, String what, @Nullable Object state);
  }

  Outbox(
      EventCodec codec,
      @ConfigProperty(name = "quarkus.application.name") String application,
      @All List<Witness> witnesses) {
    this.codec = codec;
    this.source = "/" + application;
    this.witnesses = witnesses;
  }

  /** Writes events in the caller's transaction, in their order, with one statement. */
  public Uni<Void> append(UnitOfWork unit, List<? extends Event> events) {
    witnesses.forEach(witness -> witness.told(unit, events));
    return appendRaw(unit, rows(unit, events));
  }

  /**
   * Something changed that no event tells: its witnesses hear of it.
   *
   * @param kind what it is, in lower case; {@code id} names it among those of its kind
   * @param what happened to it, e.g. {@code revoked}
   * @param state as it is now; null when it is no more
   */
  public void changed(
      UnitOfWork unit, String kind, String id, String what, @Nullable Object state) {
    witnesses.forEach(witness -> witness.changed(unit, kind, id, what, state));
  }

  /** Writes messages as they are in the caller's transaction: for what is no event of ours. */
  public Uni<Void> appendRaw(UnitOfWork unit, List<OutboxRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(INSERT, ROWS.tuple(rows)).replaceWithVoid();
  }

  /** Wakes the relay: call it after a commit that appended, never before. */
  public void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  /** Waits for a nudge; false when none came in time. */
  boolean awaitNudge(Duration patience) throws InterruptedException {
    boolean nudged = nudges.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    nudges.drainPermits();
    return nudged;
  }

  private List<OutboxRow> rows(UnitOfWork unit, List<? extends Event> events) {
    String request = Trace.current().map(Trace::traceparent).orElse(null);
    return events.stream()
        .map(
            event -> row(event, request == null ? unit.causeOf(event.key()).orElse(null) : request))
        .toList();
  }

  private OutboxRow row(Event event, @Nullable String traceparent) {
    return new OutboxRow(
        UuidCreator.getTimeOrderedEpoch(),
        event.topic().wireName(),
        event.key(),
        event.type(),
        source,
        event.sequence(),
        codec.encode(event),
        traceparent,
        event.time(),
        Map.of());
  }

  private static @Nullable String headers(OutboxRow row) {
    return row.headers().isEmpty()
        ? null
        : new JsonObject(Map.<String, Object>copyOf(row.headers())).encode();
  }
}
