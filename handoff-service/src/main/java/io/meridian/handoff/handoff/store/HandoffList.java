package io.meridian.handoff.handoff.store;

import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.handoff.duty.store.PlannedChange;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handoffs and shift changes as lists for reading. */
@ApplicationScoped
public class HandoffList {
  private static final String SELECT =
      "select "
          + HandoffRows.SUBJECT
          + ", "
          + HandoffRows.COLUMNS
          + ", o.created_at, e.status as now, e.opened_at, coalesce(e.service_hours, case when e.severity in"
          + " ('SEV1', 'SEV2') then 'FOLLOW_THE_SUN' else 'HOME_REGION' end) as service_hours, coalesce((select r.home from regime r"
          + " where r.escalation_id = e.id and r.opened_at = e.opened_at order by r.since desc limit 1),"
          + " e.home_region) as home_region, t.description, t.url,"
          + " k.id as customer, k.name as customer_name, case when o.status = 'ASSIGNED_BY_LEAD' then exists ("
          + "select 1 from accountability a where a.escalation_id = o.escalation_id"
          + " and a.handoff_id = o.id and upper_inf(a.during)) else false end as carried"
          + " from handoff o join escalation e on e.id = o.escalation_id"
          + " left join escalation_text t on t.escalation_id = e.id"
          + " left join customer k on k.id = e.customer_id where ";
  private static final String BY_ID = SELECT + "o.id = any($1)";
  private static final String PAGE =
      SELECT
          + """
          ($1::text is null or o.status = $1) and ($2::text is null or o.to_tam = $2)
          and ($3::text is null or o.from_tam = $3)
          and ($4::uuid is null or o.escalation_id = $4)
          and ($5::uuid is null or o.shift_change_id = $5
            and o.boundary = (select boundary from shift_change where id = $5))
          and ($6::timestamptz is null or (o.boundary, o.id) > ($6, $7::uuid))
          order by o.boundary, o.id limit $8
          """;
  private static final String TALLY =
      """
      left join lateral (select
          count(*) filter (where status = 'WAITING_FOR_COVERAGE')::int as waiting,
          count(*) filter (where status = 'OFFERED')::int as offered,
          count(*) filter (where status = 'ESCALATED_TO_LEAD')::int as with_lead,
          count(*) filter (where status = 'ACCEPTED')::int as accepted,
          count(*) filter (where status = 'ASSIGNED_BY_LEAD')::int as assigned,
          count(*) filter (where status = 'CANCELLED')::int as cancelled
        from handoff where shift_change_id = c.id and boundary = c.boundary) n on true
      """;
  private static final String COUNTED =
      "select c.*, n.waiting, n.offered, n.with_lead, n.accepted, n.assigned, n.cancelled from ";
  private static final String SHIFT_CHANGE =
      COUNTED + "shift_change c " + TALLY + "where c.id = $1";
  private static final String SHIFT_CHANGES =
      COUNTED
          + """
      (select * from shift_change
        where ($1::timestamptz is null or boundary >= $1)
          and ($2::timestamptz is null or boundary < $2)
          and ($3::text is null or from_region = $3) and ($4::text is null or to_region = $4)
          and ($5::timestamptz is null or (boundary, id) > ($5, $6::uuid))
        order by boundary, id limit $7) c
      """
          + TALLY
          + "order by c.boundary, c.id";

  /**
   * A handoff with what only readers want.
   *
   * @param isCarried whether whom a lead assigned still has the escalation by it
   */
  public record Listed(
      HandoffWithSubject item,
      Instant createdAt,
      @Nullable String readBack,
      EscalationNow escalation,
      boolean isCarried) {}

  /**
   * The escalation as it is now.
   *
   * @param homeRegion where it lives, or would if it did not follow the sun; null while unknown
   * @param description may be empty; null when it is not known
   * @param url of its ticket, or null
   * @param customerName null without a customer
   */
  public record EscalationNow(
      String status,
      ServiceHours serviceHours,
      @Nullable String homeRegion,
      @Nullable String description,
      @Nullable String url,
      Instant openedAt,
      @Nullable UUID customerId,
      @Nullable String customerName) {

    /** Whether it may rest: it lives at home, or is resolved. */
    public boolean isRestful() {
      return serviceHours == ServiceHours.HOME_REGION
          || status.equals(EscalationStatus.RESOLVED.name());
    }
  }

  /** Which handoffs; null means any. */
  public record Filter(
      @Nullable String status,
      @Nullable String to,
      @Nullable String from,
      @Nullable UUID escalation,
      @Nullable UUID shiftChange) {}

  /** Where a page begins: after this instant and id. */
  public record After(Instant at, UUID id) {}

  /** A shift change and how its handoffs stand. */
  public record ListedChange(PlannedChange change, Tally tally) {}

  /** How many handoffs stand where. */
  public record Tally(
      int waiting, int offered, int withLead, int accepted, int assignedByLead, int cancelled) {}

  /** Which shift changes; null means any. */
  public record ChangeFilter(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String fromRegion,
      @Nullable String toRegion) {}

  /** The handoffs with these ids, those that exist. */
  public Uni<List<Listed>> find(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(BY_ID, Tuple.of(ids.toArray(UUID[]::new))).map(HandoffList::listed);
  }

  /** Handoffs by boundary and id. */
  public Uni<List<Listed>> page(UnitOfWork unit, Filter filter, @Nullable After after, int limit) {
    return unit.query(
            PAGE,
            Tuple.from(
                Arrays.asList(
                    filter.status(),
                    filter.to(),
                    filter.from(),
                    filter.escalation(),
                    filter.shiftChange(),
                    after == null ? null : Columns.utc(after.at()),
                    after == null ? null : after.id(),
                    limit)))
        .map(HandoffList::listed);
  }

  /** One shift change; null when there is none with this id. */
  public Uni<@Nullable ListedChange> change(UnitOfWork unit, UUID id) {
    return unit.query(SHIFT_CHANGE, Tuple.of(id))
        .map(rows -> rows.size() == 0 ? null : change(rows.iterator().next()));
  }

  /** Shift changes by boundary and id. */
  public Uni<List<ListedChange>> changes(
      UnitOfWork unit, ChangeFilter filter, @Nullable After after, int limit) {
    return unit.query(
            SHIFT_CHANGES,
            Tuple.from(
                Arrays.asList(
                    Columns.utcOrNull(filter.from()),
                    Columns.utcOrNull(filter.to()),
                    filter.fromRegion(),
                    filter.toRegion(),
                    after == null ? null : Columns.utc(after.at()),
                    after == null ? null : after.id(),
                    limit)))
        .map(rows -> Columns.list(rows, HandoffList::change));
  }

  private static List<Listed> listed(RowSet<Row> rows) {
    return Columns.list(rows, HandoffList::listed);
  }

  private static Listed listed(Row row) {
    return new Listed(
        HandoffRows.item(row),
        Columns.instant(row, "created_at"),
        row.getString("read_back"),
        new EscalationNow(
            row.getString("now"),
            ServiceHours.valueOf(row.getString("service_hours")),
            row.getString("home_region"),
            row.getString("description"),
            row.getString("url"),
            Columns.instant(row, "opened_at"),
            row.getUUID("customer"),
            row.getString("customer_name")),
        row.getBoolean("carried"));
  }

  private static ListedChange change(Row row) {
    return new ListedChange(
        PlannedChange.of(row),
        new Tally(
            row.getInteger("waiting"),
            row.getInteger("offered"),
            row.getInteger("with_lead"),
            row.getInteger("accepted"),
            row.getInteger("assigned"),
            row.getInteger("cancelled")));
  }
}
