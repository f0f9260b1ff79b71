package io.meridian.handoff.handoff.domain;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.events.Severity;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Choice;
import io.meridian.handoff.handoff.domain.Decision.Refusal;
import io.meridian.handoff.handoff.domain.Stage.Asked;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What TAMs answer to an offer, and what the handoff makes of it. Pure. */
public final class Answers {

  private Answers() {}

  /**
   * Somebody wants to accept.
   *
   * @param words their read-back, or null
   * @param left the actions that they do not take on
   * @param manner whether it is taken by itself or as one of many
   * @param severity the escalation's present severity
   * @param title the escalation's present title
   * @param onDuty whether they are on duty in the incoming region at the instant the acceptance
   *     would take effect
   * @param shiftEnd end of the incoming shift: how long a lead would hold it
   */
  public record Accept(
      String by,
      Instant at,
      @Nullable String words,
      List<Action> left,
      Manner manner,
      Severity severity,
      String title,
      boolean onDuty,
      Instant shiftEnd) {

    /** When an acceptance at this instant takes effect. */
    public static Instant effectiveFrom(Handoff handoff, Instant at) {
      Instant start = handoff.plan().start();
      return at.isBefore(start) ? start : at;
    }

    /** What is wrong with the read-back, if one is needed. */
    private Optional<Refusal> fault() {
      return ReadBack.isNeededFor(severity) ? ReadBack.fault(words, title) : Optional.empty();
    }
  }

  /** How many are accepted with one word. */
  public enum Manner {
    ALONE,
    /** "I have the pager": for severities 3 and 4. */
    TOGETHER
  }

  /** Early, in time and late acceptances and pick-ups; a repeat changes nothing. */
  public static Decision accept(Handoff handoff, Accept wish) {
    return switch (handoff.stage()) {
      case Stage.AssignedByLead own when own.by().equals(wish.by()) -> readBack(handoff, own, wish);
      case Stage.Taken done when done.by().equals(wish.by()) -> new Decision.Unchanged(handoff);
      case Stage.Taken ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Cancelled ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Unasked ignored -> new Decision.Refused(Refusal.NOT_OFFERED);
      case Asked asked -> accept(handoff, asked, wish);
    };
  }

  private static Decision accept(Handoff handoff, Asked asked, Accept wish) {
    if (!mayAnswer(handoff, asked, wish.by(), wish.onDuty())) {
      return new Decision.Refused(Refusal.NOT_YOURS);
    }
    if (wish.manner() == Manner.TOGETHER && ReadBack.isNeededFor(wish.severity())) {
      return new Decision.Refused(Refusal.ONE_BY_ONE);
    }
    Optional<Refusal> fault = wish.fault();
    if (fault.isPresent()) {
      return new Decision.Refused(fault.get());
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
    return new Decision.Taken(handoff.accept(asked, acceptance, wish.left()), acceptance);
  }

  /** Once: the same words again change nothing, and others come too late. */
  private static Decision readBack(Handoff handoff, Stage.AssignedByLead assigned, Accept wish) {
    String words = wish.words();
    if (assigned.readBack() != null) {
      return words == null || words.equals(assigned.readBack())
          ? new Decision.Unchanged(handoff)
          : new Decision.Refused(Refusal.FINISHED);
    }
    Optional<Refusal> fault = wish.fault();
    if (fault.isPresent()) {
      return new Decision.Refused(fault.get());
    }
    return words == null || words.isBlank()
        ? new Decision.Unchanged(handoff)
        : new Decision.ReadBackGiven(handoff.readBack(assigned, words, wish.left(), wish.at()));
  }

  /**
   * A lead or a manager gives it to somebody.
   *
   * @param by who assigns
   * @param entitled whether they may whoever is asked: they lead the incoming region, or manage;
   *     whoever is asked as its lead may in any case
   * @param to who gets it; on duty in the incoming region when it takes effect
   * @param onDutyNow whether they are there at once
   * @param onDutyThen whether they are there when the incoming shift runs
   */
  public record Assign(
      String by,
      boolean entitled,
      String to,
      Instant at,
      String reason,
      boolean onDutyNow,
      boolean onDutyThen) {}

  /**
   * A lead's or manager's assignment: who gets it is accountable at once, or from the start of the
   * incoming shift when they are not there before, without having answered.
   */
  public static Decision assign(Handoff handoff, Assign wish) {
    return switch (handoff.stage()) {
      case Stage.Taken done when done.by().equals(wish.to()) -> new Decision.Unchanged(handoff);
      case Stage.Taken ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Cancelled ignored -> new Decision.Refused(Refusal.FINISHED);
      case Stage.Unasked ignored -> new Decision.Refused(Refusal.NOT_OFFERED);
      case Asked asked when !mayAssign(asked, wish) -> new Decision.Refused(Refusal.NOT_THE_LEAD);
      case Asked ignored when !wish.onDutyNow() && !wish.onDutyThen() ->
          new Decision.Refused(Refusal.NOT_ON_DUTY);
      case Asked asked -> {
        Instant effective = wish.onDutyNow() ? wish.at() : Accept.effectiveFrom(handoff, wish.at());
        var acceptance =
            new Acceptance(wish.to(), wish.at(), effective, AccountabilityBasis.REASSIGNED, null);
        yield new Decision.Taken(
            handoff.assign(asked, acceptance, wish.by(), wish.reason()), acceptance);
      }
    };
  }

  private static boolean mayAssign(Asked asked, Assign wish) {
    return wish.entitled() || asked instanceof Stage.WithLead && asked.tam().equals(wish.by());
  }

  /**
   * Who may accept, or ask before accepting: the one asked, or another on duty; never the giver.
   */
  static boolean mayAnswer(Handoff handoff, Asked asked, String tam, boolean onDuty) {
    boolean giver = tam.equals(handoff.plan().from()) && asked instanceof Stage.Offered;
    return asked.tam().equals(tam) || (onDuty && !giver);
  }

  /** Why somebody may not ask a question about the handoff; empty when they may. */
  public static Optional<Refusal> query(Handoff handoff, String by, boolean onDuty) {
    return switch (handoff.stage()) {
      case Stage.Taken ignored -> Optional.of(Refusal.FINISHED);
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
      case Stage.Taken ignored -> new Decision.Refused(Refusal.FINISHED);
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
