package io.meridian.escalation.escalation.store;

import io.meridian.escalation.escalation.domain.EscalationFilter;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.escalation.escalation.domain.ShortId;
import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.escalation.scope.domain.Purview;
import io.meridian.escalation.scope.store.ScopeStore;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked about escalations; changes nothing. */
@ApplicationScoped
public class EscalationReader {
  private static final String BY_ID = OverviewSql.SELECT + " where e.id = $1";
  private static final String BY_NUMBER = OverviewSql.SELECT + " where e.number = $1";
  private static final String TEXT =
      """
      strpos(lower(concat_ws(chr(10), e.title, e.description, 'ESC-' || e.number, e.external_id)),
             ?) > 0
      """;
  private static final String TRAVELS =
      """
      coalesce(e.service_hours, case when e.severity in ('SEV1', 'SEV2') then 'FOLLOW_THE_SUN'
                                     else 'HOME_REGION' end) = ?
      """;
  private static final String LIVES_IN =
      "coalesce(e.home_region, case when a.ends_at is null then a.home_region end) = ?";
  private static final String TIMELINE =
      """
      select * from timeline where escalation_id = $1 and revision > $2 order by revision limit $3
      """;

  /**
   * One escalation.
   *
   * @param name its id, or its short id
   * @param now decides who is accountable
   */
  public Uni<Optional<Overview>> find(UnitOfWork unit, String name, Instant now) {
    OptionalLong number = ShortId.parse(name);
    Optional<Object> id =
        number.isPresent()
            ? Optional.of(number.getAsLong())
            : EscalationRepository.uuid(name).map(Object.class::cast);
    return id.map(key -> first(unit, number.isPresent() ? BY_NUMBER : BY_ID, key, now))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static Uni<Optional<Overview>> first(
      UnitOfWork unit, String sql, Object key, Instant now) {
    return unit.query(sql, Tuple.of(key))
        .map(rows -> Columns.list(rows, row -> OverviewSql.read(row, now)).stream().findFirst());
  }

  /**
   * Escalations, the newest first.
   *
   * @param purview only those in it
   * @param before only those with a smaller number; null for the newest
   * @param count at most this many
   */
  public Uni<List<Overview>> list(
      UnitOfWork unit,
      EscalationFilter filter,
      Purview purview,
      @Nullable Long before,
      int count,
      Instant now) {
    var conditions = new Conditions();
    if (filter.accountable() != null || filter.region() != null) {
      heldNow(conditions, filter, now);
    }
    conditions
        .and("e.number < ?", before)
        .and("e.status = any(?)", names(filter.statuses()))
        .and("e.severity = any(?)", names(filter.severities()))
        .and("e.customer_id = ?", filter.customerId())
        .and(TEXT, filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT))
        .and("e.opened_at >= ?", Columns.utcOrNull(filter.openedFrom()))
        .and("e.opened_at < ?", Columns.utcOrNull(filter.openedTo()))
        .and(TRAVELS, name(filter.serviceHours()))
        .and(LIVES_IN, filter.homeRegion())
        .and("e.external_system = ?", filter.externalSystem())
        .and("e.external_id = ?", filter.externalId());
    if (purview instanceof Purview.Part part) {
      conditions.and(ScopeStore.condition(part), part.who());
    }
    String sql =
        OverviewSql.SELECT
            + conditions.where()
            + " order by e.number desc limit "
            + conditions.next(count);
    return unit.query(sql, conditions.parameters())
        .map(rows -> Columns.list(rows, row -> OverviewSql.read(row, now)));
  }

  private static void heldNow(Conditions conditions, EscalationFilter filter, Instant now) {
    String started = "a.starts_at <= " + conditions.next(Columns.utc(now));
    conditions
        .and("a.ends_at is null and (a.tam = ? or a.before_tam = ?)", filter.accountable())
        .and(
            "case when %s then a.tam else a.before_tam end = ?".formatted(started),
            filter.accountable())
        .and(
            "a.ends_at is null and case when %s then a.region else a.before_region end = ?"
                .formatted(started),
            filter.region());
  }

  /**
   * The timeline, oldest first.
   *
   * @param after only entries with a greater revision; 0 for all
   */
  public Uni<List<TimelineEntry>> timeline(
      UnitOfWork unit, UUID escalationId, long after, int count) {
    return unit.query(TIMELINE, Tuple.of(escalationId, after, count))
        .map(rows -> Columns.list(rows, TimelineRow::toDomain));
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static String @Nullable [] names(Collection<? extends Enum<?>> values) {
    return values.isEmpty() ? null : values.stream().map(Enum::name).toArray(String[]::new);
  }
}
