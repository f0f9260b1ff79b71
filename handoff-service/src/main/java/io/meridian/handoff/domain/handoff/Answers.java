package io.meridian.handoff.domain.handoff;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.events.Severity;
import io.meridian.handoff.domain.handoff.Decision.Refusal;
import io.meridian.handoff.domain.handoff.Stage.Asked;
import io.meridian.handoff.domain.routing.OfferRouting.Choice;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What TAMs answer to an offer, and what the handoff makes of it. Pure. */
public final class Answers {

  private Answers() {}

  /**
   * Somebody wants to accept.
   *
   * @param severity the escalation's present severity
   * @param onDuty whether they are on duty in the incoming region at the instant the acceptance
   *     would take effect
   * @param shiftEnd end of the incoming shift: how long a lead would hold it
   */
  public record Accept(
      String by,
      Instant at,
      @Nullable String readBack,
      Severity severity,
      boolean onDuty,
      Instant shiftEnd) {

    /** When an acceptance at this instant takes effect. */
    public static Instant effectiveFrom(Handoff handoff, Instant at) {
      Instant start = handoff.passage().start();
      return at.isBefore(start) ? start : at;
    }
  }

  /** Early, in time and late acceptances and pick-ups; a repeat changes nothing. */
  public static Decision accept(Handoff handoff, Accept wish) {
    return switch (handoff.stage()) {
      case Stage.Accepted done when done.by().equals(wish.by()) -> new Decision.Unchanged(handoff);
      case Stage.Accepted ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Cancelled ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Unasked ignored -> new Decision.Refused(Refusal.NOT_OFFERED);
      case Asked asked -> accept(handoff, asked, wish);
    };
  }

  private static Decision accept(Handoff handoff, Asked asked, Accept wish) {
    if (!mayAnswer(handoff, asked, wish.by(), wish.onDuty())) {
      return new Decision.Refused(Refusal.NOT_YOURS);
    }
    boolean severe = wish.severity() == Severity.SEV1 || wish.severity() == Severity.SEV2;
    if (severe && (wish.readBack() == null || wish.readBack().isBlank())) {
      return new Decision.Refused(Refusal.READ_BACK_MISSING);
    }
    Instant effective = Accept.effectiveFrom(handoff, wish.at());
    boolean asLead = asked instanceof Stage.WithLead && asked.tam().equals(wish.by());
    boolean holds = asLead && wish.shiftEnd().isAfter(effective);
    Acceptance acceptance =
        new Acceptance(
            wish.by(),
            wish.at(),
            effective,
            asLead ? AccountabilityBasis.LEAD : AccountabilityBasis.HANDOFF,
            holds ? wish.shiftEnd() : null);
    return new Decision.Taken(handoff.accept(asked, acceptance), acceptance);
  }

  /**
   * The lead who is asked, or a manager, gives it to somebody.
   *
   * @param by who assigns
   * @param manager whether they may assign whatever was asked
   * @param to who gets it; on duty in the incoming region when it takes effect
   */
  public record Assign(
      String by, boolean manager, String to, Instant at, String reason, boolean onDuty) {}

  /** A lead's or manager's assignment: an acceptance without the words of who gets it. */
  public static Decision assign(Handoff handoff, Assign wish) {
    return switch (handoff.stage()) {
      case Stage.Accepted done when done.by().equals(wish.to()) -> new Decision.Unchanged(handoff);
      case Stage.Accepted ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Cancelled ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Unasked ignored -> new Decision.Refused(Refusal.NOT_OFFERED);
      case Asked asked when !mayAssign(asked, wish) -> new Decision.Refused(Refusal.NOT_THE_LEAD);
      case Asked ignored when !wish.onDuty() -> new Decision.Refused(Refusal.NOT_ON_DUTY);
      case Asked asked -> {
        Instant effective = Accept.effectiveFrom(handoff, wish.at());
        var acceptance =
            new Acceptance(wish.to(), wish.at(), effective, AccountabilityBasis.REASSIGNED, null);
        yield new Decision.Taken(handoff.assign(asked, acceptance, wish.reason()), acceptance);
      }
    };
  }

  private static boolean mayAssign(Asked asked, Assign wish) {
    return wish.manager() || asked instanceof Stage.WithLead && asked.tam().equals(wish.by());
  }

  /**
   * Who may accept, or ask before accepting: the one asked, or another on duty; never the giver.
   */
  static boolean mayAnswer(Handoff handoff, Asked asked, String tam, boolean onDuty) {
    boolean giver = tam.equals(handoff.passage().from()) && asked instanceof Stage.Offered;
    return asked.tam().equals(tam) || (onDuty && !giver);
  }

  /** Why somebody may not ask a question about the handoff; empty when they may. */
  public static Optional<Refusal> query(Handoff handoff, String by, boolean onDuty) {
    return switch (handoff.stage()) {
      case Stage.Accepted ignored -> Optional.of(Refusal.FINISHED);
      case Stage.Cancelled ignored -> Optional.of(Refusal.FINISHED);
      case Stage.Unasked ignored -> Optional.of(Refusal.NOT_OFFERED);
      case Asked asked ->
          mayAnswer(handoff, asked, by, onDuty) ? Optional.empty() : Optional.of(Refusal.NOT_YOURS);
    };
  }

  /**
   * Somebody does not want it.
   *
   * @param next who is asked instead; empty when nobody is left but the lead
   * @param acceptBy the deadline of the next one
   */
  public record Decline(
      String by, Instant at, String reason, Optional<Choice> next, String lead, Instant acceptBy) {}

  /** Moves the offer on; a repeat changes nothing. */
  public static Decision decline(Handoff handoff, Decline wish) {
    if (handoff.declinedBy(wish.by())) {
      return new Decision.Unchanged(handoff);
    }
    return switch (handoff.stage()) {
      case Stage.Accepted ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Cancelled ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Unasked ignored -> new Decision.Refused(Refusal.NOT_OFFERED);
      case Asked asked when !asked.tam().equals(wish.by()) ->
          new Decision.Refused(Refusal.NOT_YOURS);
      case Stage.WithLead ignored -> new Decision.Refused(Refusal.LAST_IN_LINE);
      case Stage.Offered offered -> new Decision.Moved(declined(handoff, offered, wish));
    };
  }

  private static Handoff declined(Handoff handoff, Stage.Offered offered, Decline wish) {
    var ending = new Handoff.Ending(Outcome.DECLINED, wish.reason());
    return wish.next()
        .map(next -> handoff.moveTo(offered, ending, next, wish.at(), wish.acceptBy()))
        .orElseGet(() -> handoff.escalate(offered, ending, wish.lead(), wish.at()));
  }
}
