package io.meridian.escalation.intake.api;

import io.meridian.events.Severity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of a ticket in our words; for the API's description only. */
@Schema(
    name = "GenericTicket",
    description =
        "What is not told stays as it was. Texts that are too long are shortened, and the answer"
            + " names them; an id is taken as it is or refused.")
record GenericFields(
    @Schema(required = true, examples = "4711", maxLength = ForeignFields.ID_MAX) String externalId,
    @Schema(
            examples = "3",
            minimum = "0",
            maximum = "9007199254740991",
            description =
                "Counts the ticket's changes; without it occurredAt orders messages. All messages of"
                    + " a ticket are ordered by the same")
        @Nullable Long version,
    @Schema(
            required = true,
            examples = "Checkout is down",
            description = "The first 500 characters are kept")
        String title,
    @Schema(description = "The first 65,536 characters are kept") @Nullable String description,
    @Schema(required = true) Severity severity,
    @Schema(description = "Of a new ticket OPEN unless told") @Nullable Status status,
    @Schema(
            examples = "acme",
            maxLength = ForeignFields.ID_MAX,
            description = "The customer's id in any system")
        @Nullable String customerRef,
    @Schema(examples = "https://tickets.example/4711") @Nullable String url,
    @Schema(
            examples = "2026-03-08T06:59:00.123456Z",
            description = "As finely as you have it; at most 5 minutes ahead of our clock")
        @Nullable Instant occurredAt) {

  /** Where the ticket stands. */
  enum Status {
    OPEN,
    RESOLVED,
    CLOSED
  }
}
