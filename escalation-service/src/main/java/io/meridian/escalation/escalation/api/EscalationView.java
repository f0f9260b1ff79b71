package io.meridian.escalation.escalation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.escalation.accountability.domain.Accountable;
import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.Lifecycle;
import io.meridian.escalation.escalation.domain.Lifecycle.Acknowledged;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An escalation as callers see it. */
@Schema(name = "Escalation")
public record EscalationView(
    @Schema(examples = "0197a1f2-7c1e-7d4b-9a51-6f0d3c2b1a09") UUID id,
    @Schema(examples = "ESC-1042") String shortId,
    EscalationStatus status,
    Severity severity,
    @Schema(examples = "Checkout is down") String title,
    String description,
    @Schema(description = "null while unknown") @Nullable Customer customer,
    List<String> tags,
    @Nullable ExternalRef externalRef,
    @Schema(description = "Who answers for it now; null until assigned, and once it is closed")
        @Nullable Accountable accountable,
    Instant createdAt,
    @Schema(description = "When it opened, or was last reopened after a close") Instant openedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    Instant changedAt,
    @Schema(description = "Counts the facts about it; the ETag", examples = "1") long revision,
    @Schema(
            description =
                "What the caller of POST /escalations may not expect: it is known already, or even"
                    + " closed, and nothing was opened",
            examples = "ESC-1042 stands for it already; nothing was opened")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String notice,
    Links links) {

  /** The customer concerned; the name is null while it is not known here. */
  public record Customer(UUID id, @Nullable String name) {}

  /** Where to find it: as a resource, and as a page for people. */
  public record Links(
      @Schema(examples = "/api/v1/escalations/0197a1f2-7c1e-7d4b-9a51-6f0d3c2b1a09") String self,
      @Schema(examples = "/escalations/ESC-1042") String html) {}

  static EscalationView of(Overview overview) {
    return of(overview, null);
  }

  /** The same for somebody who wanted to open one for its record. */
  static EscalationView known(Overview overview) {
    Escalation escalation = overview.escalation();
    Instant closedAt = escalation.lifecycle().closedAt();
    String notice =
        closedAt == null
            ? " stands for it already; nothing was opened"
            : (" stands for it and was closed at %s; nothing was opened. Reopen it (PUT %s/status), or"
                    + " open another with another externalRef or none")
                .formatted(closedAt, path(escalation));
    return of(overview, escalation.shortId() + notice);
  }

  private static EscalationView of(Overview overview, @Nullable String notice) {
    Escalation escalation = overview.escalation();
    String customerName = overview.customerName();
    Content content = escalation.content();
    Lifecycle lifecycle = escalation.lifecycle();
    Acknowledged acknowledgement = lifecycle.acknowledgement();
    UUID customer = content.customerId();
    return new EscalationView(
        escalation.id(),
        escalation.shortId(),
        escalation.status(),
        content.severity(),
        content.title(),
        content.description(),
        customer == null ? null : new Customer(customer, customerName),
        content.tags(),
        escalation.externalRef(),
        overview.accountable(),
        escalation.createdAt(),
        escalation.openedAt(),
        acknowledgement == null ? null : acknowledgement.by(),
        lifecycle.acknowledgedAt(),
        lifecycle.resolvedAt(),
        lifecycle.closedAt(),
        escalation.changedAt(),
        escalation.revision(),
        notice,
        new Links(path(escalation), "/escalations/" + escalation.shortId()));
  }

  static String path(Escalation escalation) {
    return EscalationResource.PATH + "/" + escalation.id();
  }
}
