package io.meridian.handoff.handoff.api;

import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.handoff.application.HandoffCard;
import io.meridian.handoff.handoff.domain.briefing.Completeness;
import io.meridian.handoff.handoff.domain.briefing.NextDue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A handoff as lists show it; the whole is behind its link. */
@Schema(name = "HandoffCard")
public record CardView(
    UUID id,
    UUID shiftChangeId,
    UUID escalationId,
    @Schema(description = "what people say", examples = "ESC-1042") String escalation,
    Severity severity,
    String title,
    @Nullable UUID customerId,
    @Schema(description = "the customer's name; null without one") @Nullable String customer,
    HandoffStatus state,
    SideView from,
    @Schema(description = "who is asked, accepted or was assigned; without a tam while nobody is")
        SideView to,
    @Schema(description = "when the outgoing TAM's duty ends") Instant boundary,
    Instant acceptBy,
    @Schema(description = "once taken: when accountability moves, else start of the incoming shift")
        Instant effectiveFrom,
    @Nullable Instant acceptedAt,
    boolean needsReadBack,
    @Schema(description = "whom a lead assigned has still to read back") boolean readBackOwed,
    @Schema(description = "what the briefing lacks for this severity")
        List<Completeness.Missing> missing,
    @Schema(description = "questions without an answer") int openQuestions,
    @Schema(description = "the last who said no; null when nobody did")
        @Nullable DeclineView declined,
    @Nullable DueView nextDue,
    long revision,
    CardLinks links) {

  /** One side of a handoff. */
  @Schema(name = "HandoffCardSide")
  public record SideView(
      @Nullable Person tam,
      String region,
      @Schema(description = "the TAM's zone, else the region's; null when neither is known")
          @Nullable String zone) {}

  /** Somebody said no. */
  @Schema(name = "HandoffCardDecline")
  public record DeclineView(Person tam, @Nullable String reason) {}

  /** The next promise or deadline; it may have passed. */
  @Schema(name = "NextDue")
  public record DueView(NextDue.Kind kind, String text, Instant at) {

    /** Null stays null. */
    public static @Nullable DueView of(@Nullable NextDue due) {
      return due == null ? null : new DueView(due.kind(), due.text(), due.at());
    }
  }

  /** Where to go from here. */
  @Schema(name = "HandoffCardLinks")
  public record CardLinks(String self, String html) {}

  /** The card as its readers see it. */
  public static CardView of(HandoffCard card, InForce people) {
    HandoffState state = card.state();
    return new CardView(
        state.id(),
        state.shiftChangeId(),
        state.escalationId(),
        state.escalation(),
        state.severity(),
        card.title(),
        card.customerId(),
        card.customerName(),
        state.status(),
        side(state.from(), state.fromRegion(), people),
        side(state.to(), state.toRegion(), people),
        state.boundary(),
        state.acceptBy(),
        state.effectiveFrom(),
        state.acceptedAt(),
        card.needsReadBack(),
        card.isReadBackOwed(),
        card.missing(),
        card.openQuestions(),
        declined(state),
        DueView.of(card.next()),
        state.revision(),
        new CardLinks(HandoffView.PATH + "/" + state.id(), "/handoffs/" + state.id()));
  }

  private static SideView side(@Nullable Person tam, String region, InForce people) {
    String zone =
        (tam == null ? Optional.<Tam>empty() : people.tam(tam.id()))
            .map(one -> one.zone().getId())
            .or(() -> people.region(region).map(one -> one.zone().getId()))
            .orElse(null);
    return new SideView(tam, region, zone);
  }

  private static @Nullable DeclineView declined(HandoffState state) {
    return state.attempts().stream()
        .filter(attempt -> attempt.outcome() == HandoffAttempt.Outcome.DECLINED)
        .reduce((first, last) -> last)
        .map(attempt -> new DeclineView(attempt.tam(), attempt.reason()))
        .orElse(null);
  }
}
