package io.meridian.escalation.escalation.store;

import static java.util.Objects.requireNonNull;

import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.Lifecycle;
import io.meridian.escalation.escalation.domain.Lifecycle.Acknowledged;
import io.meridian.escalation.escalation.domain.Regime;
import io.meridian.escalation.escalation.domain.TicketSnapshot;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An escalation as the table holds it, whichever client reads it. */
@Entity
@Table(name = "escalation")
class EscalationRow {
  /** When what was resolved before there was a {@code close_due} closes by itself. */
  static final Duration UNLESS_WRITTEN = Duration.ofDays(7);

  @Id UUID id;
  long number;
  String title;
  String description;

  @Enumerated(EnumType.STRING)
  Severity severity;

  @Enumerated(EnumType.STRING)
  EscalationStatus status;

  @Enumerated(EnumType.STRING)
  @Nullable ServiceHours serviceHours;

  @Nullable String homeRegion;
  boolean serviceHoursSet;
  @Nullable UUID customerId;
  String[] tags;
  @Nullable String externalSystem;
  @Nullable String externalId;
  @Nullable Long externalVersion;
  @Nullable String externalUrl;
  @Nullable String ticket;
  @Nullable String ticketDelivery;
  Instant createdAt;
  Instant openedAt;
  @Nullable String acknowledgedBy;
  @Nullable Instant acknowledgedAt;
  @Nullable Instant resolvedAt;
  @Nullable Instant closeDue;
  @Nullable Instant closedAt;
  long revision;
  Instant changedAt;

  @SuppressWarnings("NullAway.Init")
  EscalationRow() {}

  /** For a query that selects all columns of the table. */
  @SuppressWarnings("NullAway")
  static EscalationRow of(Row from) {
    var row = new EscalationRow();
    row.id = from.getUUID("id");
    row.number = from.getLong("number");
    row.title = from.getString("title");
    row.description = from.getString("description");
    row.severity = Severity.valueOf(from.getString("severity"));
    row.status = EscalationStatus.valueOf(from.getString("status"));
    row.serviceHours = hours(from.getString("service_hours"));
    row.homeRegion = from.getString("home_region");
    row.serviceHoursSet = from.getBoolean("service_hours_set");
    row.customerId = from.getUUID("customer_id");
    row.tags = from.getArrayOfStrings("tags");
    row.externalSystem = from.getString("external_system");
    row.externalId = from.getString("external_id");
    row.externalVersion = from.getLong("external_version");
    row.externalUrl = from.getString("external_url");
    row.ticket = from.getString("ticket");
    row.ticketDelivery = from.getString("ticket_delivery");
    row.createdAt = Columns.instantOrNull(from, "created_at");
    row.openedAt = Columns.instantOrNull(from, "opened_at");
    row.acknowledgedBy = from.getString("acknowledged_by");
    row.acknowledgedAt = Columns.instantOrNull(from, "acknowledged_at");
    row.resolvedAt = Columns.instantOrNull(from, "resolved_at");
    row.closeDue = Columns.instantOrNull(from, "close_due");
    row.closedAt = Columns.instantOrNull(from, "closed_at");
    row.revision = from.getLong("revision");
    row.changedAt = Columns.instantOrNull(from, "changed_at");
    return row;
  }

  /** Takes over everything from the domain. */
  EscalationRow accept(Escalation escalation) {
    Content content = escalation.content();
    Lifecycle lifecycle = escalation.lifecycle();
    Acknowledged acknowledgement = lifecycle.acknowledgement();
    ExternalRef ref = escalation.externalRef();
    id = escalation.id();
    number = escalation.number();
    title = content.title();
    description = content.description();
    severity = content.severity();
    status = lifecycle.status();
    Regime regime = escalation.regime();
    serviceHours = regime.serviceHours();
    homeRegion = regime.homeRegion();
    serviceHoursSet = regime.set();
    customerId = content.customerId();
    tags = content.tags().toArray(String[]::new);
    externalSystem = ref == null ? null : ref.system();
    externalId = ref == null ? null : ref.id();
    externalVersion = ref == null ? null : ref.version();
    externalUrl = ref == null ? null : ref.url();
    TicketSnapshot said = escalation.ticket();
    ticket = TicketJson.write(said);
    ticketDelivery = said == null ? null : DeliveryText.write(said.delivery());
    createdAt = escalation.createdAt();
    openedAt = escalation.openedAt();
    acknowledgedBy = acknowledgement == null ? null : acknowledgement.by();
    acknowledgedAt = acknowledgement == null ? null : acknowledgement.at();
    resolvedAt = lifecycle.resolvedAt();
    closeDue = lifecycle.closesAt();
    closedAt = lifecycle.closedAt();
    revision = escalation.revision();
    changedAt = escalation.changedAt();
    return this;
  }

  @Nullable String serviceHours() {
    return serviceHours == null ? null : serviceHours.name();
  }

  Escalation toDomain() {
    return new Escalation(
        id,
        number,
        new Content(title, description, severity, customerId, List.of(tags)),
        new Regime(
            serviceHours == null ? ServiceHours.of(severity) : serviceHours,
            homeRegion,
            serviceHoursSet),
        lifecycle(),
        externalSystem == null
            ? null
            : new ExternalRef(
                externalSystem, requireNonNull(externalId), externalVersion, externalUrl),
        TicketJson.read(ticket, DeliveryText.read(ticketDelivery, externalVersion)),
        createdAt,
        openedAt,
        revision,
        changedAt);
  }

  private static @Nullable ServiceHours hours(@Nullable String text) {
    return text == null ? null : ServiceHours.valueOf(text);
  }

  private Lifecycle resolved(@Nullable Acknowledged acknowledgement) {
    Instant at = requireNonNull(resolvedAt);
    return new Lifecycle.Resolved(
        acknowledgement, at, closeDue == null ? at.plus(UNLESS_WRITTEN) : closeDue);
  }

  private Lifecycle lifecycle() {
    Acknowledged acknowledgement =
        acknowledgedAt == null
            ? null
            : new Acknowledged(requireNonNull(acknowledgedBy), acknowledgedAt);
    return switch (status) {
      case OPEN -> new Lifecycle.Open();
      case ACKNOWLEDGED -> requireNonNull(acknowledgement);
      case RESOLVED -> resolved(acknowledgement);
      case CLOSED -> new Lifecycle.Closed(acknowledgement, resolvedAt, requireNonNull(closedAt));
    };
  }
}
