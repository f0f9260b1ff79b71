package io.meridian.escalation.accountability.store;

import io.meridian.escalation.accountability.domain.Accountable;
import io.meridian.escalation.accountability.domain.Holding;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The replica of who is accountable. */
@ApplicationScoped
public class HoldingStore {
  private static final String LOAD = "select * from accountable where escalation_id = any($1)";
  private static final Rows<Holding> ROWS =
      Rows.<Holding>as("h")
          .uuid("escalation_id", Holding::escalationId)
          .text("tam", h -> h.accountable().id())
          .text("tam_name", h -> h.accountable().name())
          .text("region", h -> h.accountable().region())
          .instant("starts_at", Holding::startsAt)
          .instant("ends_at", Holding::endsAt)
          .text("before_tam", h -> h.before() == null ? null : h.before().id())
          .text("before_tam_name", h -> h.before() == null ? null : h.before().name())
          .text("before_region", h -> h.before() == null ? null : h.before().region())
          .text("home_region", Holding::homeRegion)
          .number("revision", Holding::revision);
  private static final String SAVE =
      """
      insert into accountable (%s) select * from %s
      on conflict (escalation_id) do update set %s where accountable.revision < excluded.revision
      """
          .formatted(ROWS.names(), ROWS.unnest(), ROWS.excluded("escalation_id"));

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
    return unit.query(SAVE, ROWS.tuple(holdings)).replaceWithVoid();
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
        row.getString("home_region"),
        row.getLong("revision"));
  }
}
