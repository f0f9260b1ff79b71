package io.meridian.escalation.intake.api;

import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.escalation.intake.domain.TicketReport;
import io.meridian.escalation.integration.domain.Integration;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket in our words ({@link GenericFields}). */
final class GenericTicket implements ForeignTicket {
  private static final Set<String> FIELDS =
      Set.of(
          "externalId",
          "version",
          "title",
          "description",
          "severity",
          "status",
          "customerRef",
          "url",
          "occurredAt");

  private final ForeignFields fields;

  GenericTicket(ForeignFields fields) {
    this.fields = fields;
  }

  @Override
  public TicketReport report(Integration sender, String deliveryId) {
    fields.only(FIELDS);
    String id = fields.id("externalId");
    String title = fields.title("title");
    fields.needed("title", title, "must not be blank");
    Order order = order();
    return fields.checked(
        new TicketReport(
            sender.name(),
            new ExternalRef(sender.system(), id, order.counter(), fields.url("url")),
            new Delivery(order, deliveryId),
            title,
            id,
            fields.text("description"),
            severity(),
            status(),
            fields.optionalId("customerRef"),
            null,
            Map.of()));
  }

  @Override
  public List<String> shortened() {
    return fields.shortened();
  }

  /** The version if there is one; else the time. */
  private Order order() {
    Order.Counter version = fields.counter("version");
    Order order = version == null ? fields.orderTime("occurredAt") : version;
    fields.needed("version", order, "must be given, or occurredAt");
    if (version != null) {
      fields.time("occurredAt");
    }
    return order == null ? new Order.Counter(0) : order;
  }

  private Severity severity() {
    Severity severity = fields.one("severity", List.of(Severity.values()));
    fields.needed("severity", severity, "must be one of SEV1, SEV2, SEV3, SEV4");
    return severity == null ? Severity.SEV4 : severity;
  }

  private @Nullable EscalationStatus status() {
    GenericFields.Status status = fields.one("status", List.of(GenericFields.Status.values()));
    return status == null ? null : EscalationStatus.valueOf(status.name());
  }
}
