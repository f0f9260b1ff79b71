package io.meridian.metrics.store;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.GapFact;
import io.meridian.metrics.domain.GapReport;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The raw gaps. */
@ApplicationScoped
public class GapStore {

  /** A gap that moved forward: what it was (null when unknown before) and what it is. */
  public record Moved(@Nullable GapFact before, GapFact after) {}

  private static final Rows<GapReport> ROWS =
      Rows.<GapReport>as("told")
          .uuid("id", r -> r.gap().id())
          .uuid("escalation_id", r -> r.gap().escalationId())
          .text("escalation", r -> r.gap().escalation())
          .uuid("customer_id", r -> r.gap().customerId())
          .text("severity", r -> r.gap().severity().name())
          .instant("started_at", r -> r.gap().start())
          .instant("ended_at", r -> r.gap().end())
          .text("cause", r -> r.gap().cause().name())
          .text("from_region", r -> r.gap().fromRegion())
          .text("to_region", r -> r.gap().toRegion())
          .text("accountable_id", r -> r.gap().accountable().id())
          .text("accountable_name", r -> r.gap().accountable().name())
          .uuid("shift_change_id", r -> r.gap().shiftChangeId())
          .flag("agreed", r -> Boolean.TRUE.equals(r.gap().agreed()))
          .flag("voided", GapReport::voided)
          .number("revision", r -> r.gap().revision())
          .text("asked_id", r -> r.gap().asked() == null ? null : r.gap().asked().id())
          .text("asked_name", r -> r.gap().asked() == null ? null : r.gap().asked().name())
          .instant("asked_since", r -> r.gap().askedSince());

  private static final String UPSERT =
      "insert into gap (%s) select * from %s on conflict (id) do update set %s"
              .formatted(ROWS.names(), ROWS.unnest(), ROWS.excluded("id"))
          + """
       where gap.revision < excluded.revision
      returning old.revision is not null as known,
        old.started_at as old_started_at, old.ended_at as old_ended_at, old.cause as old_cause,
        old.from_region as old_from_region, old.to_region as old_to_region, old.severity as old_severity,
        old.customer_id as old_customer_id, old.accountable_id as old_accountable_id, old.voided as old_voided,
        old.asked_id as old_asked_id, old.agreed as old_agreed,
        new.started_at, new.ended_at, new.cause, new.from_region, new.to_region, new.severity,
        new.customer_id, new.accountable_id, new.asked_id, new.agreed, new.voided
      """;

  /**
   * Takes over what was told about gaps, each only forward, in this order.
   *
   * @param reports at most one for each gap
   * @return the gaps that changed; a duplicate or late report changes nothing
   */
  public Uni<List<Moved>> forward(UnitOfWork unit, Collection<GapReport> reports) {
    return Chunks.collect(reports, part -> forwardPart(unit, part));
  }

  private static Uni<List<Moved>> forwardPart(UnitOfWork unit, List<GapReport> reports) {
    return unit.query(UPSERT, ROWS.tuple(reports)).map(GapStore::moved);
  }

  private static List<Moved> moved(RowSet<Row> rows) {
    List<Moved> moved = new ArrayList<>(rows.size());
    for (Row row : rows) {
      GapFact before = row.getBoolean("known") ? fact(row, "old_") : null;
      moved.add(new Moved(before, fact(row, "")));
    }
    return moved;
  }

  private static GapFact fact(Row row, String prefix) {
    return new GapFact(
        Columns.instant(row, prefix + "started_at"),
        Columns.instantOrNull(row, prefix + "ended_at"),
        GapCause.valueOf(row.getString(prefix + "cause")),
        row.getString(prefix + "from_region"),
        row.getString(prefix + "to_region"),
        Severity.valueOf(row.getString(prefix + "severity")),
        row.getUUID(prefix + "customer_id"),
        row.getString(prefix + "accountable_id"),
        row.getString(prefix + "asked_id"),
        row.getBoolean(prefix + "agreed"),
        row.getBoolean(prefix + "voided"));
  }
}
