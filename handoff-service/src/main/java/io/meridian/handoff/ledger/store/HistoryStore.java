package io.meridian.handoff.ledger.store;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.ServiceHours;
import io.meridian.handoff.ledger.domain.AccountabilityFact;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that was told about accountability. */
@ApplicationScoped
public class HistoryStore {
  static final String OF =
      "select * from accountability_fact where escalation_id = any($1) order by 1, 2";
  private static final Rows<AccountabilityFact> ROWS =
      Rows.<AccountabilityFact>as("fact")
          .uuid("escalation_id", AccountabilityFact::escalationId)
          .number("revision", AccountabilityFact::revision)
          .text("kind", fact -> fact.kind().name())
          .instant("opened_at", AccountabilityFact::openedAt)
          .text("tam", AccountabilityFact::tam)
          .text("region", AccountabilityFact::region)
          .instant("starts", AccountabilityFact::start)
          .instant("ends", AccountabilityFact::end)
          .text("basis", fact -> fact.basis().name())
          .instant("hold_until", AccountabilityFact::holdUntil)
          .uuid("handoff_id", AccountabilityFact::handoffId)
          .text("hours", fact -> fact.regime() == null ? null : fact.regime().hours().name())
          .text("home", fact -> fact.regime() == null ? null : fact.regime().home())
          .flag("resolved", fact -> fact.regime() != null && fact.regime().resolved())
          .instant("regime_since", fact -> fact.regime() == null ? null : fact.regime().since())
          .instant("at", AccountabilityFact::at);
  private static final String ADD =
      "insert into accountability_fact (%s) select * from %s on conflict do nothing"
          .formatted(ROWS.names(), ROWS.unnest());

  /** Keeps facts; those that are known already stay as they are. */
  public Uni<Void> add(UnitOfWork unit, List<AccountabilityFact> facts) {
    return unit.query(ADD, ROWS.tuple(facts)).replaceWithVoid();
  }

  static AccountabilityFact fact(Row row) {
    return new AccountabilityFact(
        row.getUUID("escalation_id"),
        row.getLong("revision"),
        AccountabilityFact.Kind.valueOf(row.getString("kind")),
        Columns.instant(row, "opened_at"),
        row.getString("tam"),
        row.getString("region"),
        Columns.instant(row, "starts"),
        Columns.instantOrNull(row, "ends"),
        AccountabilityBasis.valueOf(row.getString("basis")),
        Columns.instantOrNull(row, "hold_until"),
        row.getUUID("handoff_id"),
        regime(row),
        Columns.instant(row, "at"));
  }

  private static @Nullable Regime regime(Row row) {
    String hours = row.getString("hours");
    return hours == null
        ? null
        : new Regime(
            Columns.instant(row, "regime_since"),
            ServiceHours.valueOf(hours),
            row.getString("home"),
            row.getBoolean("resolved"));
  }
}
