package io.meridian.escalation.escalation.store;

import io.meridian.escalation.accountability.domain.Accountable;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An escalation joined with the replicas of customers and accountability. */
final class OverviewSql {
  static final String SELECT =
      """
      select e.*, c.name as customer_name, a.tam, a.tam_name, a.region, a.starts_at, a.ends_at,
             a.before_tam, a.before_tam_name, a.before_region,
             a.home_region as assigned_in
        from escalation e
        left join customer c on c.id = e.customer_id
        left join accountable a on a.escalation_id = e.id
      """;

  private OverviewSql() {}

  /**
   * @param now decides between who is accountable and who will be
   */
  static Overview read(Row row, Instant now) {
    return new Overview(
        EscalationRow.of(row).toDomain(),
        row.getString("customer_name"),
        accountable(row, now),
        row.getOffsetDateTime("ends_at") == null ? row.getString("assigned_in") : null);
  }

  private static @Nullable Accountable accountable(Row row, Instant now) {
    String tam = row.getString("tam");
    if (tam == null || row.getOffsetDateTime("ends_at") != null) {
      return null;
    }
    if (!Columns.instant(row, "starts_at").isAfter(now)) {
      return new Accountable(tam, row.getString("tam_name"), row.getString("region"));
    }
    String before = row.getString("before_tam");
    return before == null
        ? null
        : new Accountable(before, row.getString("before_tam_name"), row.getString("before_region"));
  }
}
