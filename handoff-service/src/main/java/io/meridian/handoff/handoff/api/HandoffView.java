package io.meridian.handoff.handoff.api;

import io.meridian.events.CancelReason;
import io.meridian.events.HandoffAction;
import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.handoff.application.HandoffDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A handoff as its readers see it. */
@Schema(name = "Handoff")
public record HandoffView(
    UUID id,
    UUID shiftChangeId,
    UUID escalationId,
    @Schema(description = "what people say", examples = "ESC-1042") String escalation,
    @Schema(description = "the escalation's present severity") Severity severity,
    HandoffStatus state,
    Side from,
    @Schema(
            description =
                "who is asked, who accepted, or who was assigned; without a tam while nobody is")
        Side to,
    @Schema(description = "when the outgoing TAM's duty ends") Instant boundary,
    @Nullable Instant offeredAt,
    @Schema(description = "start of the incoming shift; once taken: when accountability moves")
        Instant effectiveFrom,
    Instant acceptBy,
    @Schema(description = "when it was accepted or assigned") @Nullable Instant acceptedAt,
    @Schema(description = "the lead or manager who assigned it; null when nobody did")
        @Nullable Person assignedBy,
    @Schema(
            description =
                "whether a read-back is needed and not given yet: of severities 1 and 2, until it is"
                    + " accepted; of whom a lead assigned, as long as it is owed")
        boolean needsReadBack,
    @Schema(description = "whom a lead assigned has still to read back") boolean readBackOwed,
    @Nullable String readBack,
    @Schema(description = "what was not taken on, and stays with its owners")
        List<HandoffAction> actionsLeft,
    @Nullable CancelReason cancelReason,
    @Schema(description = "how long after it was due it was offered; PT0S in time")
        Duration lateness,
    List<HandoffAttempt> attempts,
    List<QueryView> queries,
    BriefingView briefing,
    long revision,
    Links links) {

  static final String PATH = "/api/v1/handoffs";

  /** One side of a handoff. */
  @Schema(name = "HandoffSide")
  record Side(@Nullable Person tam, String region) {}

  /** A question of the incoming TAM, and its answer. */
  @Schema(name = "HandoffQuery")
  record QueryView(
      int number,
      Person askedBy,
      String question,
      Instant askedAt,
      @Nullable Person answeredBy,
      @Nullable String answer,
      @Nullable Instant answeredAt) {

    static QueryView of(HandoffDetails.Question question) {
      return new QueryView(
          question.number(),
          question.askedBy(),
          question.question(),
          question.askedAt(),
          question.answeredBy(),
          question.answer(),
          question.answeredAt());
    }
  }

  /** Where to go from here. */
  @Schema(name = "HandoffLinks")
  record Links(String self, String html, String escalation) {}

  public static HandoffView of(HandoffDetails details) {
    HandoffState state = details.state();
    return new HandoffView(
        state.id(),
        state.shiftChangeId(),
        state.escalationId(),
        state.escalation(),
        state.severity(),
        state.status(),
        new Side(state.from(), state.fromRegion()),
        new Side(state.to(), state.toRegion()),
        state.boundary(),
        state.offeredAt(),
        state.effectiveFrom(),
        state.acceptBy(),
        state.acceptedAt(),
        state.assignedBy(),
        details.needsReadBack(),
        details.isReadBackOwed(),
        details.readBack(),
        state.actionsLeft() == null ? List.of() : state.actionsLeft(),
        state.cancelReason(),
        state.lateness(),
        state.attempts(),
        details.questions().stream().map(QueryView::of).toList(),
        BriefingView.of(details),
        state.revision(),
        new Links(
            PATH + "/" + state.id(),
            "/handoffs/" + state.id(),
            "/api/v1/escalations/" + state.escalationId()));
  }
}
