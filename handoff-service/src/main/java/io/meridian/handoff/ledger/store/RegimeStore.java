package io.meridian.handoff.ledger.store;

import io.meridian.events.ServiceHours;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Since when escalations follow the sun, live at home, or rest since they are resolved. */
@ApplicationScoped
public class RegimeStore {
  private record Served(SpanLedger ledger, Regime regime) {}

  private static final Rows<Served> ROWS =
      Rows.<Served>as("r")
          .uuid("escalation_id", row -> row.ledger().escalation().id())
          .instant("opened_at", row -> row.ledger().escalation().openedAt())
          .instant("since", row -> row.regime().since())
          .text("hours", row -> row.regime().hours().name())
          .text("home", row -> row.regime().home())
          .flag("resolved", row -> row.regime().resolved());

  private static final Rows<SpanLedger> PRESENT =
      Rows.<SpanLedger>as("r")
          .uuid("escalation_id", ledger -> ledger.escalation().id())
          .flag("travels", ledger -> ledger.regime().travels())
          .text("lives_in", ledger -> ledger.regime().livesIn());

  private static final String WRITE =
      """
      insert into regime as g (%s) select * from %s
      on conflict (escalation_id, opened_at, since) do update set %s
      """
          .formatted(
              ROWS.names(), ROWS.unnest(), ROWS.excluded("escalation_id", "opened_at", "since"));

  /** What the engine is to look at is found by what is so now. */
  private static final String SERVE =
      """
      update accountability a set travels = r.travels, lives_in = r.lives_in from %s
      where a.escalation_id = r.escalation_id and upper_inf(a.during)
        and (a.travels, a.lives_in) is distinct from (r.travels, r.lives_in)
      """
          .formatted(PRESENT.unnest());

  private static final String OF_SPANS =
      """
      select g.* from unnest($1::uuid[], $2::timestamptz[]) as r (id, opened_at)
      join regime g on g.escalation_id = r.id and g.opened_at = r.opened_at
      order by g.escalation_id, g.since
      """;

  static final String OF = "select * from regime where escalation_id = any($1) order by 1, 3";

  /** Writes what is new of these ledgers. */
  public Uni<Void> write(UnitOfWork unit, Collection<SpanLedger> ledgers) {
    List<SpanLedger> changed =
        ledgers.stream().filter(ledger -> !ledger.served().isEmpty()).toList();
    if (changed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Served> rows =
        changed.stream()
            .flatMap(ledger -> ledger.served().stream().map(regime -> new Served(ledger, regime)))
            .toList();
    return unit.query(WRITE, ROWS.tuple(rows))
        .chain(() -> unit.query(SERVE, PRESENT.tuple(changed)))
        .replaceWithVoid();
  }

  /** The regimes of spans by escalation; each span known by its opening. */
  Uni<Map<UUID, List<Regime>>> of(UnitOfWork unit, Map<UUID, Instant> openings) {
    List<UUID> ids = List.copyOf(openings.keySet());
    return unit.query(
            OF_SPANS, Tuple.of(Columns.ids(ids, id -> id), Columns.instants(ids, openings::get)))
        .map(rows -> Columns.grouped(rows, "escalation_id", RegimeStore::regime));
  }

  static Regime regime(Row row) {
    return new Regime(
        Columns.instant(row, "since"),
        ServiceHours.valueOf(row.getString("hours")),
        row.getString("home"),
        row.getBoolean("resolved"));
  }
}
