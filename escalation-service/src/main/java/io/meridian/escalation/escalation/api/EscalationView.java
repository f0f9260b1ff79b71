package io.meridian.escalation.escalation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.Lifecycle;
import io.meridian.escalation.escalation.domain.Lifecycle.Acknowledged;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.ServiceHours;
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
    @Schema(
            description =
                "FOLLOW_THE_SUN: handed over from region to region around the clock; HOME_REGION:"
                    + " worked on in the hours of its home region, resting meanwhile",
            examples = "HOME_REGION")
        ServiceHours serviceHours,
    @Schema(
            description =
                "Code of the region in which it lives, or would if it did not follow the sun: its"
                    + " customer's when it opened, or what somebody has set; where neither is"
                    + " known, that in which it was assigned. null until then",
            examples = "EMEA")
        @Nullable String homeRegion,
    @Schema(
            description =
                "Somebody has set the service hours: another severity or customer leaves them,"
                    + " unless it rises to SEV1 or SEV2",
            examples = "false")
        boolean serviceHoursSet,
    Instant createdAt,
    @Schema(description = "When it opened, or was last reopened after a close") Instant openedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    @Schema(
            description =
                "When it closes by itself, unless it is reopened: seven days after resolvedAt, or"
                    + " as its customer's tier has it. null unless it is RESOLVED",
            examples = "2026-03-15T07:00:00Z")
        @Nullable Instant closesAt,
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

  /** Who answers for it: the TAM, and the region in which they hold it. */
  public record Accountable(
      @Schema(examples = "tam-kai") String id,
      @Schema(examples = "Kai Tan") String name,
      @Schema(examples = "APAC") String region,
      @Schema(
              description =
                  "Code of the region whose shifts count as home when it is assigned: as homeRegion"
                      + " above, unless the calendar does not know that one. null until it was"
                      + " told",
              examples = "EMEA")
          @Nullable String homeRegion) {}

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
            : (" stands for it and was closed at %s; nothing was opened. Reopen it (PUT %s/status),"
                    + " or open another with another externalRef or none")
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
    String homeRegion = escalation.regime().homeRegion();
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
        accountable(overview),
        escalation.regime().serviceHours(),
        homeRegion == null ? overview.assignedIn() : homeRegion,
        escalation.regime().set(),
        escalation.createdAt(),
        escalation.openedAt(),
        acknowledgement == null ? null : acknowledgement.by(),
        lifecycle.acknowledgedAt(),
        lifecycle.resolvedAt(),
        lifecycle.closesAt(),
        lifecycle.closedAt(),
        escalation.changedAt(),
        escalation.revision(),
        notice,
        new Links(path(escalation), "/escalations/" + escalation.shortId()));
  }

  private static @Nullable Accountable accountable(Overview overview) {
    var now = overview.accountable();
    return now == null
        ? null
        : new Accountable(now.id(), now.name(), now.region(), overview.assignedIn());
  }

  static String path(Escalation escalation) {
    return EscalationResource.PATH + "/" + escalation.id();
  }
}
