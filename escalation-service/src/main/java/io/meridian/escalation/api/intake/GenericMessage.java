package io.meridian.escalation.api.intake;

import io.meridian.escalation.application.intake.TicketIntake.Told;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.rest.problem.Problem;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in our words.
 *
 * @param version counts the ticket's changes; without it {@code occurredAt} orders them
 */
@Schema(name = "GenericTicket")
record GenericMessage(
    @Schema(required = true, examples = "4711") @Nullable String externalId,
    @Schema(examples = "3", minimum = "0", description = "Without it occurredAt orders messages")
        @Nullable Long version,
    @Schema(required = true, examples = "Checkout is down") @Nullable String title,
    @Nullable String description,
    @Schema(required = true) @Nullable Severity severity,
    @Schema(defaultValue = "OPEN") @Nullable Status status,
    @Schema(examples = "acme", description = "The customer's id in any system")
        @Nullable String customerRef,
    @Schema(examples = "https://tickets.example/4711") @Nullable String url,
    @Nullable Instant occurredAt) {

  /** Where the ticket stands. */
  enum Status {
    OPEN,
    RESOLVED,
    CLOSED
  }

  /** JSON {@code null} is no message. */
  static GenericMessage required(@Nullable GenericMessage message) {
    if (message == null) {
      throw Problem.invalid("", "required", "A body is needed");
    }
    return message;
  }

  Told told() {
    var wrong = new Wrong();
    String id = wrong.required("externalId", externalId, Wrong.ID_MAX);
    String subject = wrong.required("title", title, Wrong.TITLE_MAX);
    String text = wrong.optional("description", description, Wrong.TEXT_MAX);
    String customer = wrong.optional("customerRef", customerRef, Wrong.ID_MAX);
    String link = wrong.url("url", url);
    if (severity == null) {
      wrong.add("severity", "required", "must be one of SEV1, SEV2, SEV3, SEV4");
    }
    if (version == null && occurredAt == null) {
      wrong.add("version", "required", "must be given, or occurredAt");
    } else if (version != null && version < 0) {
      wrong.add("version", "min", "must not be negative");
    }
    return wrong.none(
        new Told(
            id,
            order(),
            link,
            subject,
            text == null ? "" : text,
            severity == null ? Severity.SEV4 : severity,
            status == null ? EscalationStatus.OPEN : EscalationStatus.valueOf(status.name()),
            customer,
            Map.of()));
  }

  private long order() {
    if (version != null) {
      return version;
    }
    return occurredAt == null ? 0 : occurredAt.toEpochMilli();
  }
}
