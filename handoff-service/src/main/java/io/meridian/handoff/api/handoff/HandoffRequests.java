package io.meridian.handoff.api.handoff;

import io.meridian.handoff.application.handoff.HandoffAnswers.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What TAMs say to a handoff. */
final class HandoffRequests {
  /** The most handoffs one request may accept. */
  static final int BULK_MAX = 500;

  private static final int WORDS_MAX = 4_000;

  private HandoffRequests() {}

  /** An acceptance. */
  @Schema(name = "HandoffAcceptance")
  record AcceptanceRequest(
      @Schema(
              description = "the receiver's own words; required for SEV1 and SEV2",
              examples = "Checkout down since 09:12, vendor engaged, next update 15:30")
          @Size(max = WORDS_MAX)
          @Nullable String readBack) {}

  /** A decline. */
  @Schema(name = "HandoffDecline")
  record DeclineRequest(
      @Schema(examples = "on another SEV1") @NotBlank @Size(max = WORDS_MAX) String reason) {}

  /** A question to the outgoing TAM. */
  @Schema(name = "HandoffQuestion")
  record QuestionRequest(
      @Schema(examples = "Has the vendor confirmed the rollback?") @NotBlank @Size(max = WORDS_MAX)
          String question) {}

  /** The outgoing TAM's answer. */
  @Schema(name = "HandoffAnswer")
  record AnswerRequest(
      @Schema(examples = "Yes, at 14:40.") @NotBlank @Size(max = WORDS_MAX) String answer) {}

  /** Many acceptances. */
  @Schema(name = "HandoffBulkAcceptance")
  record BulkRequest(@NotEmpty @Size(max = BULK_MAX) List<@NotNull @Valid Item> items) {

    /** One of many acceptances. */
    @Schema(name = "HandoffBulkAcceptanceItem")
    record Item(@NotNull UUID id, @Size(max = WORDS_MAX) @Nullable String readBack) {}

    List<Wish> wishes() {
      return items.stream().map(item -> new Wish(item.id(), item.readBack())).toList();
    }
  }
}
