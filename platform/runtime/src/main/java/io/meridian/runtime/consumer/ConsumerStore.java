package io.meridian.runtime.consumer;

import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.OutboxRow;
import io.meridian.runtime.trace.Trace;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.work.UnitsOfWork;
import io.meridian.runtime.worker.Failures;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Offsets, claims and effects of consumers: what makes effect once, in PostgreSQL. */
@ApplicationScoped
class ConsumerStore {
  /** Longer than any batch takes; a transaction that ends later is caught by its offsets. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String FIRST_OFFSETS =
      """
      insert into consumer_offset (consumer, topic, partition, next_offset)
      select $1, t.topic, t.partition, t.first
        from unnest($2::text[], $3::int[], $4::bigint[]) as t (topic, partition, first)
      on conflict do nothing
      """;
  private static final String OFFSETS =
      "select topic, partition, next_offset from consumer_offset where consumer = $1";

  /** Moves the offsets if all stand where expected, then claims the ids: one row, two columns. */
  private static final String MOVE_AND_CLAIM =
      """
      with moved as (
        update consumer_offset o set next_offset = t.next
          from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[])
                 as t (topic, partition, expected, next)
         where o.consumer = $1 and o.topic = t.topic and o.partition = t.partition
           and o.next_offset = t.expected
        returning 1),
      claimed as (
        insert into inbox (consumer, event_id)
        select $1, id from unnest($6::uuid[]) as t (id)
         where (select count(*) from moved) = cardinality($2::text[])
        on conflict do nothing returning event_id)
      select (select count(*) from moved), array(select event_id from claimed)
      """;

  private static final String TELL_COMPLETE =
      """
      update consumer_offset o set complete_up_to = greatest(o.complete_up_to, $4)
        from unnest($2::text[], $3::int[]) as t (topic, partition)
       where o.consumer = $1 and o.topic = t.topic and o.partition = t.partition
      """;
  private static final String COMPLETE =
      """
      select topic, partition, complete_up_to from consumer_offset
       where consumer = $1 and complete_up_to is not null
      """;

  /** Another consumer of the same name has moved our offsets: nothing of ours may be applied. */
  static final class Deposed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Deposed(String consumer) {
      super("another replica consumes for " + consumer, null, false, false);
    }
  }

  /** What one transaction did. */
  record Outcome(int applied, int duplicates, int dead) {}

  private final UnitsOfWork units;
  private final Outbox outbox;

  ConsumerStore(UnitsOfWork units, Outbox outbox) {
    this.units = units;
    this.outbox = outbox;
  }

  /**
   * Where to go on in each partition.
   *
   * @param first the offset to begin with where the consumer has never been
   */
  Map<TopicPartition, Long> offsets(String consumer, Map<TopicPartition, Long> first) {
    List<TopicPartition> partitions = List.copyOf(first.keySet());
    Tuple missing =
        Tuple.of(consumer, topics(partitions), numbers(partitions), longs(partitions, first::get));
    RowSet<Row> rows =
        units
            .write(
                unit ->
                    unit.query(FIRST_OFFSETS, missing)
                        .chain(() -> unit.query(OFFSETS, Tuple.of(consumer))))
            .await()
            .atMost(PATIENCE);
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Row row : rows) {
      offsets.put(new TopicPartition(row.getString(0), row.getInteger(1)), row.getLong(2));
    }
    offsets.keySet().retainAll(first.keySet());
    return offsets;
  }

  /**
   * Applies the deliveries in one transaction and moves the offsets behind them.
   *
   * @param expected where the offsets stand, as far as the caller knows
   * @param deadLetters the topic for what was refused
   * @throws Deposed when they stand elsewhere
   */
  Outcome apply(
      String name,
      EventConsumer consumer,
      Map<TopicPartition, Long> expected,
      List<Delivery> deliveries,
      String deadLetters) {
    Map<UUID, Received> distinct = new LinkedHashMap<>();
    List<OutboxRow> dead = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      Received received = delivery.received();
      Throwable refusal = delivery.refusal();
      if (received != null) {
        distinct.putIfAbsent(received.id(), received);
      } else if (refusal != null) {
        dead.add(delivery.deadLetter(deadLetters, refusal));
      }
    }
    List<Span> spans = new ArrayList<>();
    Map<String, String> causes = causes(name, deliveries, spans);
    int readable = (int) deliveries.stream().filter(one -> one.received() != null).count();
    Uni<Outcome> applied =
        units.write(
            unit -> {
              unit.causedBy(causes);
              return claim(unit, name, expected, deliveries, distinct)
                  .call(
                      fresh ->
                          fresh.isEmpty()
                              ? Uni.createFrom().voidItem()
                              : consumer.apply(unit, fresh))
                  .call(() -> outbox.appendRaw(unit, dead))
                  .map(fresh -> new Outcome(fresh.size(), readable - fresh.size(), dead.size()));
            });
    return ended(applied.invoke(outbox::nudge), spans).await().atMost(PATIENCE);
  }

  /**
   * Tells how far this replica is and asks how far the others are.
   *
   * @param own the partitions of this replica
   * @param upTo everything in them was seen up to here; null when that is not known
   * @return up to where each partition was seen, for those of which somebody has told
   */
  Map<TopicPartition, Instant> complete(
      String consumer, Collection<TopicPartition> own, @Nullable Instant upTo) {
    List<TopicPartition> partitions = upTo == null ? List.of() : List.copyOf(own);
    OffsetDateTime at = upTo == null ? null : upTo.atOffset(ZoneOffset.UTC);
    Tuple mine = Tuple.of(consumer, topics(partitions), numbers(partitions), at);
    RowSet<Row> rows =
        units
            .read(
                unit ->
                    unit.query(TELL_COMPLETE, mine)
                        .chain(() -> unit.query(COMPLETE, Tuple.of(consumer))))
            .await()
            .atMost(PATIENCE);
    Map<TopicPartition, Instant> told = new HashMap<>();
    for (Row row : rows) {
      told.put(
          new TopicPartition(row.getString(0), row.getInteger(1)),
          row.getOffsetDateTime(2).toInstant());
    }
    return told;
  }

  /** Begins a span for each event; what it causes is known by its key and lies in that span. */
  private static Map<String, String> causes(
      String consumer, List<Delivery> deliveries, List<Span> spans) {
    Map<String, String> causes = new HashMap<>();
    for (Delivery delivery : deliveries) {
      Received received = delivery.received();
      if (received != null) {
        Span span =
            Trace.begin(
                "process " + delivery.kafka().topic(), SpanKind.CONSUMER, delivery.traceparent());
        if (span.getSpanContext().isValid()) {
          span.setAttribute("messaging.consumer.group.name", consumer);
          span.setAttribute("messaging.message.id", received.id().toString());
          spans.add(span);
          causes.put(received.event().key(), Trace.of(span.getSpanContext()).traceparent());
        }
      }
    }
    return causes;
  }

  /** Ends the spans with the work, however it ends. */
  private static <T> Uni<T> ended(Uni<T> work, List<Span> spans) {
    return work.onFailure()
        .invoke(e -> spans.forEach(span -> span.setStatus(StatusCode.ERROR, Failures.summary(e))))
        .onTermination()
        .invoke(() -> spans.forEach(Span::end));
  }

  private static Uni<List<Received>> claim(
      UnitOfWork unit,
      String name,
      Map<TopicPartition, Long> expected,
      List<Delivery> deliveries,
      Map<UUID, Received> distinct) {
    Map<TopicPartition, Long> next = new HashMap<>();
    deliveries.forEach(delivery -> next.put(delivery.partition(), delivery.next()));
    List<TopicPartition> partitions = List.copyOf(next.keySet());
    Tuple arguments =
        Tuple.of(
            name,
            topics(partitions),
            numbers(partitions),
            longs(partitions, expected::get),
            longs(partitions, next::get),
            distinct.keySet().toArray(UUID[]::new));
    return unit.query(MOVE_AND_CLAIM, arguments)
        .map(
            rows -> {
              Row row = rows.iterator().next();
              if (row.getLong(0) != partitions.size()) {
                throw new Deposed(name);
              }
              return fresh(distinct, row.getArrayOfUUIDs(1));
            });
  }

  private static List<Received> fresh(Map<UUID, Received> distinct, UUID[] claimed) {
    if (claimed.length == distinct.size()) {
      return List.copyOf(distinct.values());
    }
    Set<UUID> ids = Set.of(claimed);
    return distinct.values().stream().filter(received -> ids.contains(received.id())).toList();
  }

  private static String[] topics(List<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
  }

  private static Integer[] numbers(List<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
  }

  private static Long[] longs(List<TopicPartition> partitions, ToLongFunction<TopicPartition> of) {
    return partitions.stream().map(of::applyAsLong).toArray(Long[]::new);
  }
}
