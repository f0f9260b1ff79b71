package io.meridian.runtime.consumer;

import io.meridian.runtime.consumer.DeadLetters.Outcome;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which dead letters were replayed, and their effect once, in PostgreSQL. */
@ApplicationScoped
class DeadLetterStore {
  private static final String MARK =
      """
      insert into dead_letter_replay (consumer, position, replayed_at) values ($1, $2, $3)
      on conflict do nothing
      """;
  private static final String CLAIM =
      "insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing";
  private static final String MARKED =
      """
      select position, replayed_at from dead_letter_replay
       where consumer = $1 and position = any ($2::bigint[])
      """;

  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  DeadLetterStore(Transactions transactions, Outbox outbox, Clock clock) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Marks the letter, claims its event and applies it, all or nothing. */
  Uni<Outcome> apply(String name, long position, Received received, EventConsumer consumer) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return transactions.write(
        unit ->
            inserted(unit, MARK, Tuple.of(name, position, now))
                .chain(
                    marked ->
                        marked
                            ? inserted(unit, CLAIM, Tuple.of(name, received.id()))
                            : Uni.createFrom().item(false))
                .chain(
                    claimed ->
                        claimed
                            ? consumer
                                .apply(unit, List.of(received))
                                .invoke(
                                    () ->
                                        outbox.changed(
                                            unit,
                                            "dead-letter",
                                            name + "/" + position,
                                            "replayed",
                                            Outcome.APPLIED))
                                .replaceWith(Outcome.APPLIED)
                            : Uni.createFrom().item(Outcome.DUPLICATE)));
  }

  /** The letters, each with the instant of its replay. */
  Uni<List<DeadLetter>> marked(String consumer, List<DeadLetter> letters) {
    Long[] positions = letters.stream().map(DeadLetter::position).toArray(Long[]::new);
    return transactions
        .read(unit -> unit.query(MARKED, Tuple.of(consumer, positions)))
        .map(
            rows -> {
              Map<Long, Instant> replays = new HashMap<>();
              rows.forEach(
                  row -> replays.put(row.getLong(0), row.getOffsetDateTime(1).toInstant()));
              return letters.stream().map(l -> l.replayed(replays.get(l.position()))).toList();
            });
  }

  private static Uni<Boolean> inserted(UnitOfWork unit, String sql, Tuple row) {
    return unit.query(sql, row).map(rows -> rows.rowCount() == 1);
  }
}
