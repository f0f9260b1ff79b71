package io.meridian.runtime.consumer;

import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.OutboxRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

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
  private static final String MOVE =
      """
      update consumer_offset o set next_offset = t.next
        from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[])
               as t (topic, partition, expected, next)
       where o.consumer = $1 and o.topic = t.topic and o.partition = t.partition
         and o.next_offset = t.expected
      """;
  private static final String CLAIM =
      """
      insert into inbox (consumer, event_id) select $1, unnest($2::uuid[])
      on conflict do nothing returning event_id
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

  private final Pool pool;
  private final Outbox outbox;

  ConsumerStore(Pool pool, Outbox outbox) {
    this.pool = pool;
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
        pool.withTransaction(
                tx ->
                    tx.preparedQuery(FIRST_OFFSETS)
                        .execute(missing)
                        .chain(() -> tx.preparedQuery(OFFSETS).execute(Tuple.of(consumer))))
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
    int readable = deliveries.size() - dead.size();
    return pool.withTransaction(
            tx ->
                move(tx, name, expected, deliveries)
                    .chain(() -> claim(tx, name, distinct))
                    .call(
                        fresh ->
                            fresh.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : consumer.apply(tx, fresh))
                    .call(() -> outbox.appendRaw(tx, dead))
                    .map(fresh -> new Outcome(fresh.size(), readable - fresh.size(), dead.size())))
        .invoke(outbox::nudge)
        .await()
        .atMost(PATIENCE);
  }

  private static Uni<Void> move(
      SqlConnection tx,
      String name,
      Map<TopicPartition, Long> expected,
      List<Delivery> deliveries) {
    Map<TopicPartition, Long> next = new HashMap<>();
    deliveries.forEach(delivery -> next.put(delivery.partition(), delivery.next()));
    List<TopicPartition> partitions = List.copyOf(next.keySet());
    Tuple moves =
        Tuple.of(
            name,
            topics(partitions),
            numbers(partitions),
            longs(partitions, expected::get),
            longs(partitions, next::get));
    return tx.preparedQuery(MOVE)
        .execute(moves)
        .invoke(
            rows -> {
              if (rows.rowCount() != partitions.size()) {
                throw new Deposed(name);
              }
            })
        .replaceWithVoid();
  }

  private static Uni<List<Received>> claim(
      SqlConnection tx, String name, Map<UUID, Received> distinct) {
    if (distinct.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return tx.preparedQuery(CLAIM)
        .execute(Tuple.of(name, distinct.keySet().toArray(UUID[]::new)))
        .map(
            rows -> {
              if (rows.size() == distinct.size()) {
                return List.copyOf(distinct.values());
              }
              Set<UUID> claimed = new HashSet<>();
              rows.forEach(row -> claimed.add(row.getUUID(0)));
              List<Received> fresh = new ArrayList<>(distinct.values());
              fresh.removeIf(received -> !claimed.contains(received.id()));
              return fresh;
            });
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
