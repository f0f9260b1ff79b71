package io.meridian.metrics.store;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.GapEntry;
import io.meridian.metrics.domain.GapFilter;
import io.meridian.metrics.domain.Sight;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Single gaps with names, newest first. */
@ApplicationScoped
public class GapListStore {

  /** Where a page goes on: after the gap that began then and has this id. */
  public record Position(Instant start, UUID id) {}

  private static final String ENTRIES =
      """
      select g.*, c.name as customer_name, coalesce(t.name, g.accountable_name) as tam_name,
        coalesce(a.name, g.asked_name) as asked_as
      from gap g left join customer c on c.id = g.customer_id left join tam t on t.id = g.accountable_id
        left join tam a on a.id = g.asked_id
      where not g.voided""";

  /** At most {@code limit} gaps of the filter that are in sight, after the position if any. */
  public Uni<List<GapEntry>> list(
      UnitOfWork unit, GapFilter filter, Sight sight, Optional<Position> after, int limit) {
    StringBuilder sql = new StringBuilder(ENTRIES);
    Tuple parameters = Tuple.tuple();
    parameters.addOffsetDateTime(Columns.utc(filter.window().from()));
    parameters.addOffsetDateTime(Columns.utc(filter.window().to()));
    sql.append(" and g.started_at >= $1 and g.started_at < $2");
    anyOf(sql, parameters, "g.from_region", filter.fromRegions());
    anyOf(sql, parameters, "g.to_region", filter.toRegions());
    anyOf(sql, parameters, "g.cause", filter.causes().stream().map(Enum::name).toList());
    anyOf(sql, parameters, "g.severity", filter.severities().stream().map(Enum::name).toList());
    if (!filter.customers().isEmpty()) {
      parameters.addArrayOfUUID(filter.customers().toArray(UUID[]::new));
      sql.append(" and g.customer_id = any($").append(parameters.size()).append(')');
    }
    if (filter.open() != null) {
      sql.append(filter.open() ? " and g.ended_at is null" : " and g.ended_at is not null");
    }
    if (filter.agreed() != null) {
      sql.append(filter.agreed() ? " and g.agreed" : " and not g.agreed");
    }
    if (!sight.isWhole()) {
      within(sql, parameters, sight);
    }
    after.ifPresent(position -> after(sql, parameters, position));
    parameters.addInteger(limit);
    sql.append(" order by g.started_at desc, g.id desc limit $").append(parameters.size());
    return unit.query(sql.toString(), parameters)
        .map(rows -> Columns.list(rows, GapListStore::entry));
  }

  /** The gap with this id, unless unknown or void. */
  public Uni<Optional<GapEntry>> find(UnitOfWork unit, UUID id) {
    return unit.query(ENTRIES + " and g.id = $1", Tuple.of(id))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(GapListStore::entry)
                    .findFirst());
  }

  private static void anyOf(
      StringBuilder sql, Tuple parameters, String column, List<String> values) {
    if (!values.isEmpty()) {
      parameters.addArrayOfString(values.toArray(String[]::new));
      sql.append(" and ").append(column).append(" = any($").append(parameters.size()).append(')');
    }
  }

  /** As {@link Sight#sees(GapEntry)} says it. */
  private static void within(StringBuilder sql, Tuple parameters, Sight sight) {
    parameters.addString(sight.tam());
    parameters.addArrayOfString(sight.regions().toArray(String[]::new));
    int regions = parameters.size();
    sql.append(
        " and ($%1$d in (g.accountable_id, g.asked_id) or g.from_region = any($%2$d) or g.to_region = any($%2$d))"
            .formatted(regions - 1, regions));
  }

  private static void after(StringBuilder sql, Tuple parameters, Position position) {
    parameters.addOffsetDateTime(Columns.utc(position.start()));
    parameters.addUUID(position.id());
    sql.append(" and (g.started_at, g.id) < ($").append(parameters.size() - 1);
    sql.append(", $").append(parameters.size()).append(')');
  }

  private static GapEntry entry(Row row) {
    return new GapEntry(
        row.getUUID("id"),
        row.getUUID("escalation_id"),
        row.getString("escalation"),
        row.getUUID("customer_id"),
        row.getString("customer_name"),
        Severity.valueOf(row.getString("severity")),
        Columns.instant(row, "started_at"),
        Columns.instantOrNull(row, "ended_at"),
        GapCause.valueOf(row.getString("cause")),
        row.getString("from_region"),
        row.getString("to_region"),
        row.getString("accountable_id"),
        row.getString("tam_name"),
        row.getString("asked_id"),
        row.getString("asked_as"),
        Columns.instantOrNull(row, "asked_since"),
        row.getUUID("shift_change_id"),
        row.getBoolean("agreed"),
        row.getLong("revision"));
  }
}
