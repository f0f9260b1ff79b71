package io.meridian.metrics.store;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.GapFact;
import io.meridian.metrics.domain.GapReport;
import io.meridian.runtime.sql.Columns;
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

  private static final String UPSERT =
      """
      insert into gap (id, escalation_id, escalation, customer_id, severity, started_at, ended_at, cause,
        from_region, to_region, accountable_id, accountable_name, shift_change_id, voided, revision, asked_id,
        asked_name, asked_since)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[],
        $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::uuid[],
        $14::boolean[], $15::bigint[], $16::text[], $17::text[], $18::timestamptz[]) as told
      on conflict (id) do update set
        escalation_id = excluded.escalation_id, escalation = excluded.escalation,
        customer_id = excluded.customer_id, severity = excluded.severity, started_at = excluded.started_at,
        ended_at = excluded.ended_at, cause = excluded.cause, from_region = excluded.from_region,
        to_region = excluded.to_region, accountable_id = excluded.accountable_id,
        accountable_name = excluded.accountable_name, shift_change_id = excluded.shift_change_id,
        voided = excluded.voided, revision = excluded.revision, asked_id = excluded.asked_id,
        asked_name = excluded.asked_name, asked_since = excluded.asked_since
      where gap.revision < excluded.revision
      returning old.revision is not null as known,
        old.started_at as old_started_at, old.ended_at as old_ended_at, old.cause as old_cause,
        old.from_region as old_from_region, old.to_region as old_to_region, old.severity as old_severity,
        old.customer_id as old_customer_id, old.accountable_id as old_accountable_id, old.voided as old_voided,
        old.asked_id as old_asked_id,
        new.started_at, new.ended_at, new.cause, new.from_region, new.to_region, new.severity,
        new.customer_id, new.accountable_id, new.asked_id, new.voided
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
    return unit.query(
            UPSERT,
            Unnested.of(reports)
                .uuid(r -> r.gap().id())
                .uuid(r -> r.gap().escalationId())
                .text(r -> r.gap().escalation())
                .uuid(r -> r.gap().customerId())
                .text(r -> r.gap().severity().name())
                .instant(r -> r.gap().start())
                .instant(r -> r.gap().end())
                .text(r -> r.gap().cause().name())
                .text(r -> r.gap().fromRegion())
                .text(r -> r.gap().toRegion())
                .text(r -> r.gap().accountable().id())
                .text(r -> r.gap().accountable().name())
                .uuid(r -> r.gap().shiftChangeId())
                .flag(GapReport::voided)
                .number(r -> r.gap().revision())
                .text(r -> r.gap().asked() == null ? null : r.gap().asked().id())
                .text(r -> r.gap().asked() == null ? null : r.gap().asked().name())
                .instant(r -> r.gap().askedSince())
                .tuple())
        .map(GapStore::moved);
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
        row.getBoolean(prefix + "voided"));
  }
}
