package io.meridian.escalation.escalation.store;

import io.meridian.audit.domain.Change;
import io.meridian.audit.domain.Hash;
import io.meridian.audit.store.EntryRow;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.events.EscalationState;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads and writes many escalations with one statement each: the intake's hot path. */
@ApplicationScoped
public class EscalationBatches {
  /** One look into the index a record, whatever the table's statistics say: they lag behind. */
  static final String LOAD =
      """
      select e.* from unnest($1::text[], $2::text[]) as k (system, id)
       cross join lateral (
        select * from escalation
         where external_system = k.system and external_id = k.id limit 1) e
      """;

  private static final String DUE =
      """
      select * from (
        (select * from escalation
          where status = 'RESOLVED' and close_due <= $1 order by close_due limit $3)
        union all
        (select * from escalation
          where status = 'RESOLVED' and close_due is null and resolved_at <= $2 limit $3)) due
       limit $3
      """;

  private static final String KIND = "escalation";
  private static final String SAVE = BatchSql.save();
  private static final String OPEN = BatchSql.open();

  private final Pool pool;
  private final EventCodec codec;
  private final Clock clock;

  EscalationBatches(Pool pool, EventCodec codec, Clock clock) {
    this.pool = pool;
    this.codec = codec;
    this.clock = clock;
  }

  /** The escalations that stand for these records, as they are now; unlocked. */
  public Uni<List<Escalation>> load(Collection<ExternalRef> refs) {
    return pool.preparedQuery(LOAD)
        .execute(
            Tuple.of(
                refs.stream().map(ExternalRef::system).toArray(String[]::new),
                refs.stream().map(ExternalRef::id).toArray(String[]::new)))
        .map(
            rows -> {
              List<Escalation> found = new ArrayList<>(rows.size());
              for (Row row : rows) {
                found.add(EscalationRow.of(row).toDomain());
              }
              return found;
            });
  }

  /**
   * The escalations that are to close by themselves by {@code now}, the longest due first;
   * unlocked.
   *
   * @param count at most this many
   */
  public Uni<List<Escalation>> due(Instant now, int count) {
    return pool.preparedQuery(DUE)
        .execute(
            Tuple.of(Columns.utc(now), Columns.utc(now.minus(EscalationRow.UNLESS_WRITTEN)), count))
        .map(rows -> Columns.list(rows, row -> EscalationRow.of(row).toDomain()));
  }

  /**
   * Saves the changes with their timeline and events in one transaction; wake the relay afterwards.
   * A new escalation whose record is known by now, and a changed one that is no longer as it was
   * before, is left alone with all that belongs to it.
   *
   * @param all of distinct escalations and distinct records
   * @return the ids of those that were saved
   */
  public Uni<Set<UUID>> save(List<EscalationChange> all) {
    Tuple parameters =
        BatchSql.parameters(
            all.stream().map(ChangedRow::of).toList(),
            all.stream().flatMap(change -> FactRow.of(change, codec)).toList(),
            all.stream().flatMap(this::entries).toList());
    boolean allNew = all.stream().allMatch(change -> change.before() == null);
    return pool.preparedQuery(allNew ? OPEN : SAVE)
        .execute(parameters)
        .map(
            rows -> {
              Set<UUID> saved = new HashSet<>(2 * rows.size());
              for (Row row : rows) {
                saved.add(row.getUUID(0));
              }
              return saved;
            });
  }

  /** What the audit log says of a change: one entry for each act. */
  private Stream<EntryRow> entries(EscalationChange change) {
    Instant now = clock.instant();
    String fact = change.before() == null ? "opened" : "updated";
    Stream.Builder<EntryRow> entries = Stream.builder();
    Hash before = null;
    for (EscalationChange.Step step : change.steps()) {
      EscalationState state = step.after().state();
      Hash after = Hash.over(codec.encodeState(state));
      String id = state.id().toString();
      entries.add(
          new EntryRow(
              now, step.act(), new Change(KIND, id, id, KIND + "." + fact, after), before));
      before = after;
    }
    return entries.build();
  }
}
