package io.meridian.escalation.escalation.store;

import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The escalations of a batch as arrays, in the order that {@link BatchSql} names. */
@ApplicationScoped
class ChangeColumns {
  /** Between tags; not allowed inside one. */
  private static final String TAG_SEPARATOR = "\u001f";

  void addTo(Tuple parameters, List<EscalationChange> changes) {
    List<EscalationRow> rows =
        changes.stream().map(change -> new EscalationRow().accept(change.after())).toList();
    Columns.add(parameters, rows, UUID[]::new, r -> r.id);
    Columns.add(parameters, rows, Long[]::new, r -> r.number);
    text(parameters, rows, r -> r.title);
    text(parameters, rows, r -> r.description);
    text(parameters, rows, r -> r.severity.name());
    text(parameters, rows, r -> r.status.name());
    Columns.add(parameters, rows, UUID[]::new, r -> r.customerId);
    text(parameters, rows, r -> String.join(TAG_SEPARATOR, r.tags));
    text(parameters, rows, r -> r.externalSystem);
    text(parameters, rows, r -> r.externalId);
    Columns.add(parameters, rows, Long[]::new, r -> r.externalVersion);
    text(parameters, rows, r -> r.externalUrl);
    text(parameters, rows, r -> r.ticket);
    text(parameters, rows, r -> r.ticketDelivery);
    instant(parameters, rows, r -> Columns.utcOrNull(r.createdAt));
    instant(parameters, rows, r -> Columns.utcOrNull(r.openedAt));
    text(parameters, rows, r -> r.acknowledgedBy);
    instant(parameters, rows, r -> Columns.utcOrNull(r.acknowledgedAt));
    instant(parameters, rows, r -> Columns.utcOrNull(r.resolvedAt));
    instant(parameters, rows, r -> Columns.utcOrNull(r.closedAt));
    Columns.add(parameters, rows, Long[]::new, r -> r.revision);
    instant(parameters, rows, r -> Columns.utcOrNull(r.changedAt));
    Columns.add(parameters, changes, Long[]::new, ChangeColumns::revisionBefore);
    Columns.add(parameters, changes, String[]::new, ChangeColumns::deliveryBefore);
  }

  private static void text(
      Tuple parameters, List<EscalationRow> rows, Function<EscalationRow, @Nullable String> value) {
    Columns.add(parameters, rows, String[]::new, value);
  }

  private static void instant(
      Tuple parameters,
      List<EscalationRow> rows,
      Function<EscalationRow, @Nullable OffsetDateTime> value) {
    Columns.add(parameters, rows, OffsetDateTime[]::new, value);
  }

  private static @Nullable Long revisionBefore(EscalationChange change) {
    return change.before() == null ? null : change.before().revision();
  }

  private static @Nullable String deliveryBefore(EscalationChange change) {
    var before = change.before();
    return before == null || before.ticket() == null
        ? null
        : DeliveryText.write(before.ticket().delivery());
  }
}
