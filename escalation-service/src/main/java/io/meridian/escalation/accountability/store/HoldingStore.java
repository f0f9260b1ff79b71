package io.meridian.escalation.accountability.store;

import io.meridian.escalation.accountability.domain.Accountable;
import io.meridian.escalation.accountability.domain.Holding;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The replica of who is accountable. */
@ApplicationScoped
public class HoldingStore {
  private static final String LOAD = "select * from accountable where escalation_id = any($1)";
  private static final String SAVE =
      """
      insert into accountable (escalation_id, tam, tam_name, region, starts_at, ends_at, before_tam,
                               before_tam_name, before_region, revision)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[],
                           $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::bigint[])
      on conflict (escalation_id) do update
        set tam = excluded.tam, tam_name = excluded.tam_name, region = excluded.region,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at,
            before_tam = excluded.before_tam, before_tam_name = excluded.before_tam_name,
            before_region = excluded.before_region, revision = excluded.revision
        where accountable.revision < excluded.revision
      """;

  /** What is known about these escalations. */
  public Uni<Map<UUID, Holding>> load(UnitOfWork unit, Collection<UUID> escalations) {
    return unit.query(LOAD, Tuple.of(escalations.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, Holding> holdings = new HashMap<>();
              for (Row row : rows) {
                Holding holding = holding(row);
                holdings.put(holding.escalationId(), holding);
              }
              return holdings;
            });
  }

  /** Saves what is newer than what is stored; one row an escalation. */
  public Uni<Void> save(UnitOfWork unit, List<Holding> holdings) {
    if (holdings.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple parameters = Tuple.tuple();
    Columns.add(parameters, holdings, UUID[]::new, Holding::escalationId);
    text(parameters, holdings, h -> h.accountable().id());
    text(parameters, holdings, h -> h.accountable().name());
    text(parameters, holdings, h -> h.accountable().region());
    Columns.add(parameters, holdings, OffsetDateTime[]::new, h -> Columns.utcOrNull(h.startsAt()));
    Columns.add(parameters, holdings, OffsetDateTime[]::new, h -> Columns.utcOrNull(h.endsAt()));
    text(parameters, holdings, h -> h.before() == null ? null : h.before().id());
    text(parameters, holdings, h -> h.before() == null ? null : h.before().name());
    text(parameters, holdings, h -> h.before() == null ? null : h.before().region());
    Columns.add(parameters, holdings, Long[]::new, Holding::revision);
    return unit.query(SAVE, parameters).replaceWithVoid();
  }

  private static void text(
      Tuple parameters, List<Holding> rows, Function<Holding, @Nullable String> value) {
    Columns.add(parameters, rows, String[]::new, value);
  }

  private static Holding holding(Row row) {
    String before = row.getString("before_tam");
    return new Holding(
        row.getUUID("escalation_id"),
        new Accountable(row.getString("tam"), row.getString("tam_name"), row.getString("region")),
        Columns.instant(row, "starts_at"),
        Columns.instantOrNull(row, "ends_at"),
        before == null
            ? null
            : new Accountable(
                before, row.getString("before_tam_name"), row.getString("before_region")),
        row.getLong("revision"));
  }
}
