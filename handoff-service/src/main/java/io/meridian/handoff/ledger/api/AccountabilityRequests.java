package io.meridian.handoff.ledger.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people send to the ledger. */
final class AccountabilityRequests {

  private AccountabilityRequests() {}

  /** Until when the accountable TAM counts as attending. */
  @Schema(name = "HoldRequest", examples = AccountabilityExamples.HOLD)
  record HoldRequest(@NotNull Instant until) {}

  /** What a TAM says who takes over what is offered to them; a take-over of another needs none. */
  @Schema(name = "TakeoverRequest")
  record TakeoverRequest(
      @Schema(
              description =
                  "own words, required when a SEV1 or SEV2 is offered to the caller: at least 15"
                      + " characters, not the title",
              examples = "Checkout down since 09:12, vendor engaged, next update 15:30")
          @Size(max = 4_000)
          @Nullable String readBack) {}

  /** Who is to be accountable, and why. */
  @Schema(name = "ReassignmentRequest", examples = AccountabilityExamples.REASSIGNMENT)
  record ReassignmentRequest(
      @NotBlank @Size(max = 200) String tam, @NotBlank @Size(max = 2_000) String reason) {}
}
