package io.meridian.escalation.store;

import io.meridian.escalation.domain.EscalationChange;
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

  /** A change beside its row. */
  private record Input(EscalationChange change, EscalationRow row) {
    static Input of(EscalationChange change) {
      return new Input(change, new EscalationRow().accept(change.after()));
    }
  }

  void addTo(Tuple parameters, List<TracedChange> changes) {
    List<Input> rows = changes.stream().map(c -> Input.of(c.change())).toList();
    Columns.add(parameters, rows, UUID[]::new, i -> i.row.id);
    Columns.add(parameters, rows, Long[]::new, i -> i.row.number);
    text(parameters, rows, r -> r.title);
    text(parameters, rows, r -> r.description);
    text(parameters, rows, r -> r.severity.name());
    text(parameters, rows, r -> r.status.name());
    Columns.add(parameters, rows, UUID[]::new, i -> i.row.customerId);
    text(parameters, rows, r -> String.join(TAG_SEPARATOR, r.tags));
    text(parameters, rows, r -> r.externalSystem);
    text(parameters, rows, r -> r.externalId);
    Columns.add(parameters, rows, Long[]::new, i -> i.row.externalVersion);
    text(parameters, rows, r -> r.externalUrl);
    text(parameters, rows, r -> r.ticket);
    text(parameters, rows, r -> r.ticketDelivery);
    instant(parameters, rows, r -> Columns.utcOrNull(r.createdAt));
    instant(parameters, rows, r -> Columns.utcOrNull(r.openedAt));
    text(parameters, rows, r -> r.acknowledgedBy);
    instant(parameters, rows, r -> Columns.utcOrNull(r.acknowledgedAt));
    instant(parameters, rows, r -> Columns.utcOrNull(r.resolvedAt));
    instant(parameters, rows, r -> Columns.utcOrNull(r.closedAt));
    Columns.add(parameters, rows, Long[]::new, i -> i.row.revision);
    instant(parameters, rows, r -> Columns.utcOrNull(r.changedAt));
    Columns.add(parameters, rows, Long[]::new, i -> revisionBefore(i.change));
    Columns.add(parameters, rows, String[]::new, i -> deliveryBefore(i.change));
  }

  private static void text(
      Tuple parameters, List<Input> rows, Function<EscalationRow, @Nullable String> value) {
    Columns.add(parameters, rows, String[]::new, i -> value.apply(i.row));
  }

  private static void instant(
      Tuple parameters, List<Input> rows, Function<EscalationRow, @Nullable OffsetDateTime> value) {
    Columns.add(parameters, rows, OffsetDateTime[]::new, i -> value.apply(i.row));
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
