package io.meridian.handoff.api.accountability;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send to the ledger. */
final class AccountabilityRequests {

  private AccountabilityRequests() {}

  /** Until when the accountable TAM counts as attending. */
  @Schema(name = "HoldRequest", examples = AccountabilityExamples.HOLD)
  record HoldRequest(@NotNull Instant until) {}

  /** Who is to be accountable, and why. */
  @Schema(name = "ReassignmentRequest", examples = AccountabilityExamples.REASSIGNMENT)
  record ReassignmentRequest(
      @NotBlank @Size(max = 200) String tam, @NotBlank @Size(max = 2_000) String reason) {}
}
