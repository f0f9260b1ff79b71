package io.meridian.handoff.handoff.api;

import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.handoff.handoff.domain.Takes;
import io.meridian.rest.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What TAMs say to a handoff. */
final class HandoffRequests {
  /** The most handoffs one request may accept. */
  static final int BULK_MAX = 500;

  private static final int WORDS_MAX = 4_000;
  private static final int TAKES_MAX = 50;

  private HandoffRequests() {}

  /** An acceptance. */
  @Schema(name = "HandoffAcceptance")
  record AcceptanceRequest(
      @Schema(
              description =
                  "the receiver's own words, required while needsReadBack: at least 15 characters,"
                      + " not the title",
              examples = "Checkout down since 09:12, vendor engaged, next update 15:30")
          @Size(max = WORDS_MAX)
          @Nullable String readBack,
      @Schema(
              description =
                  "which actions of the briefing are taken on, by their text: the others stay with"
                      + " their owners, who are told. All of them when it is left out",
              examples = "[\"confirm the rollback\"]")
          @Size(max = TAKES_MAX)
          @Nullable List<@NotBlank @Size(max = WORDS_MAX) String> takes) {

    static Wish wish(UUID id, String by, @Nullable AcceptanceRequest request) {
      List<String> taken = request == null ? null : request.takes();
      return new Wish(
          id,
          by,
          request == null ? null : request.readBack(),
          taken == null ? null : new Takes(taken),
          Manner.ALONE);
    }
  }

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

  /** A lead's or manager's assignment. */
  @Schema(name = "HandoffAssignment")
  record AssignmentRequest(
      @Schema(description = "on duty in the incoming region", examples = "tam-zoe")
          @NotBlank
          @Size(max = 200)
          String tam,
      @Schema(examples = "knows the customer") @NotBlank @Size(max = WORDS_MAX) String reason) {}

  /**
   * Many acceptances: those listed, or all that are offered to the caller. For severities 3 and 4.
   */
  @Schema(name = "HandoffBulkAcceptance")
  record BulkRequest(
      @Schema(description = "which ones; left out with all") @Size(min = 1, max = BULK_MAX)
          @Nullable List<@NotNull @Valid Item> items,
      @Schema(description = "\"I have the pager\": all that are offered to the caller")
          @Nullable Boolean all,
      @Schema(description = "with all: words that are kept with each; none are needed")
          @Size(max = WORDS_MAX)
          @Nullable String readBack) {

    /** Whether everything is meant; refused with 400 unless that is clear. */
    boolean isEverything() {
      boolean everything = Boolean.TRUE.equals(all);
      if (everything == (items != null)) {
        throw Problem.invalid("/items", "items-or-all", "Either items, or all: true");
      }
      if (!everything && readBack != null) {
        throw Problem.invalid("/readBack", "items-or-all", "Each item has its own read-back");
      }
      return everything;
    }

    /** One of many acceptances. */
    @Schema(name = "HandoffBulkAcceptanceItem")
    record Item(@NotNull UUID id, @Size(max = WORDS_MAX) @Nullable String readBack) {}

    List<Wish> wishes(String by) {
      return Objects.requireNonNull(items).stream()
          .map(item -> Wish.together(item.id(), by, item.readBack()))
          .toList();
    }
  }
}
