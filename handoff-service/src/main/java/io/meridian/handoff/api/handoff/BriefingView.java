package io.meridian.handoff.api.handoff;

import io.meridian.events.Severity;
import io.meridian.handoff.application.handoff.HandoffDetails;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the incoming TAM must know, as it stood when the handoff was drafted. */
@Schema(name = "Briefing")
record BriefingView(
    UUID handoffId,
    @Schema(examples = "ESC-1042") String escalation,
    Severity severity,
    String title,
    @Schema(description = "state of the escalation", examples = "ACKNOWLEDGED") String status,
    Instant openedAt,
    @Nullable CustomerView customer,
    Instant draftedAt,
    Links links) {

  /** The customer by the name people know. */
  @Schema(name = "BriefingCustomer")
  record CustomerView(UUID id, String name) {}

  /** Where to read more. */
  @Schema(name = "BriefingLinks")
  record Links(String self, String html, String escalation, String timeline) {}

  static BriefingView of(HandoffDetails details) {
    HandoffDetails.Briefing briefing = details.briefing();
    HandoffDetails.Customer customer = briefing.customer();
    String handoff = "/" + details.state().id();
    String escalation = "/api/v1/escalations/" + details.state().escalationId();
    return new BriefingView(
        details.state().id(),
        details.state().escalation(),
        briefing.severity(),
        briefing.title(),
        briefing.status(),
        briefing.openedAt(),
        customer == null ? null : new CustomerView(customer.id(), customer.name()),
        details.createdAt(),
        new Links(
            HandoffView.PATH + handoff + "/briefing",
            "/handoffs" + handoff,
            escalation,
            escalation + "/timeline"));
  }
}
