package io.meridian.handoff.handoff.domain;

import io.meridian.events.CancelReason;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Choice;
import io.meridian.handoff.handoff.domain.Stage.Asked;
import io.meridian.handoff.handoff.domain.Stage.Offered;
import io.meridian.handoff.handoff.domain.Stage.Unasked;
import io.meridian.handoff.handoff.domain.Stage.Unfinished;
import io.meridian.handoff.handoff.domain.Stage.WithLead;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One escalation offered by an outgoing to an incoming TAM at a shift change. Immutable: each move
 * answers the handoff after it, one revision further.
 *
 * @param attempts who was asked, in order
 * @param lateness how long after it was due it was offered; zero in time
 * @param revision counts its changes, from 1
 * @param changedAt when it last changed
 */
public record Handoff(
    HandoffPlan plan,
    Stage stage,
    List<Attempt> attempts,
    Duration lateness,
    long revision,
    Instant changedAt) {

  private static final String LEAD = "lead of the incoming region, nobody else is left to ask";

  public Handoff {
    attempts = List.copyOf(attempts);
  }

  /** A new handoff that nobody knows of yet; its first move is revision 1. */
  public static Handoff draft(HandoffPlan plan, Instant at) {
    return new Handoff(plan, new Stage.Drafted(), List.of(), Duration.ZERO, 0, at);
  }

  /** The same handoff with its lateness, to be told with its next move. */
  public Handoff late(Duration by) {
    return new Handoff(plan, stage, attempts, by, revision, changedAt);
  }

  /** Nobody is on duty until the offer is due. */
  public Handoff await(Stage.Drafted drafted, Instant at) {
    return to(drafted.await(), attempts, at);
  }

  /** Asks the candidate that routing chose. */
  public Handoff offer(Unasked unasked, Choice choice, Instant at, Instant acceptBy) {
    return to(unasked.offer(choice.tam(), at, acceptBy), asking(attempts, choice, at), at);
  }

  /** Asks the lead since there is no candidate. */
  public Handoff askLead(Unasked unasked, String lead, Instant at, Instant acceptBy, String why) {
    return to(unasked.askLead(lead, at, acceptBy), asking(attempts, new Choice(lead, why), at), at);
  }

  /** Asks another candidate instead: the present one declined, or left the shift. */
  public Handoff moveTo(Offered offered, Ending ending, Choice next, Instant at, Instant acceptBy) {
    return to(offered.moveTo(next.tam(), at, acceptBy), asking(ended(ending, at), next, at), at);
  }

  /** Asks a candidate after all: the shift was empty when its lead was asked, and is not now. */
  public Handoff reoffer(WithLead asked, Ending ending, Choice next, Instant at, Instant acceptBy) {
    return to(asked.reoffer(next.tam(), at, acceptBy), asking(ended(ending, at), next, at), at);
  }

  /** Asks the lead instead. */
  public Handoff escalate(Offered offered, Ending ending, String lead, Instant at) {
    var choice = new Choice(lead, LEAD);
    return to(offered.escalate(lead, at), asking(ended(ending, at), choice, at), at);
  }

  /**
   * Somebody takes it.
   *
   * @param left the actions that they do not take on
   */
  public Handoff accept(Asked asked, Acceptance acceptance, List<Action> left) {
    String by = acceptance.by();
    List<Attempt> answered =
        asked.tam().equals(by)
            ? ended(new Ending(Outcome.ACCEPTED, null), acceptance.at())
            : picked(by, acceptance.at());
    return to(asked.accept(acceptance, left), answered, acceptance.at());
  }

  /** The lead or a manager gives it to somebody. */
  public Handoff assign(Asked asked, Acceptance acceptance, String lead, String reason) {
    Instant at = acceptance.at();
    List<Attempt> all =
        new ArrayList<>(ended(new Ending(Outcome.MOVED, "assigned to " + acceptance.by()), at));
    all.add(new Attempt(acceptance.by(), at, Outcome.ACCEPTED, at, reason, "assigned"));
    return to(asked.assign(acceptance, lead), all, at);
  }

  /** Whom a lead assigned says in their own words what they have, and what they do not take on. */
  public Handoff readBack(
      Stage.AssignedByLead assigned, String words, List<Action> left, Instant at) {
    return to(assigned.heard(words, left), attempts, at);
  }

  /** Its briefing changed, or what that must hold; nothing else does. */
  public Handoff briefed(Unfinished unfinished, Instant at) {
    return to(unfinished, attempts, at);
  }

  /** Ends it without acceptance. */
  public Handoff cancel(Unfinished unfinished, CancelReason reason, Instant at) {
    Outcome outcome = reason == CancelReason.SUPERSEDED ? Outcome.EXPIRED : Outcome.MOVED;
    return to(unfinished.cancel(reason), ended(new Ending(outcome, reason.name()), at), at);
  }

  /** Takes back what was taken before it takes effect; the same handoff when it has. */
  public Handoff annul(Stage.Taken taken, CancelReason reason, Instant effect, Instant at) {
    Stage.Cancelled cancelled = taken.annul(reason, effect);
    return cancelled == null ? this : to(cancelled, attempts, at);
  }

  /** Whether the TAM was asked before. */
  public boolean asked(String tam) {
    return attempts.stream().anyMatch(attempt -> attempt.tam().equals(tam));
  }

  /** Whether the TAM was asked before and said no. */
  public boolean declinedBy(String tam) {
    return attempts.stream().anyMatch(a -> a.tam().equals(tam) && a.outcome() == Outcome.DECLINED);
  }

  /**
   * Who is asked now, who accepted, who was assigned, or who was asked last; null when nobody was
   * asked.
   */
  public @Nullable String to() {
    return switch (stage) {
      case Asked asked -> asked.tam();
      case Stage.Taken taken -> taken.by();
      case Unasked ignored -> null;
      case Stage.Cancelled ignored -> attempts.isEmpty() ? null : attempts.getLast().tam();
    };
  }

  /** When the last person was asked; null when nobody was. */
  public @Nullable Instant offeredAt() {
    return switch (stage) {
      case Asked asked -> asked.offeredAt();
      case Stage.Taken taken -> taken.offeredAt();
      case Stage.Cancelled cancelled -> cancelled.offeredAt();
      case Unasked ignored -> null;
    };
  }

  /** The deadline that person has or had; null when nobody was asked. */
  public @Nullable Instant acceptBy() {
    return switch (stage) {
      case Asked asked -> asked.acceptBy();
      case Stage.Taken taken -> taken.acceptBy();
      case Stage.Cancelled cancelled -> cancelled.acceptBy();
      case Unasked ignored -> null;
    };
  }

  /**
   * How an offer to one person ended.
   *
   * @param reason their words, or ours
   */
  public record Ending(Outcome outcome, @Nullable String reason) {}

  private Handoff to(Stage next, List<Attempt> tried, Instant at) {
    return new Handoff(plan, next, tried, lateness, revision + 1, at);
  }

  private static List<Attempt> asking(List<Attempt> before, Choice choice, Instant at) {
    List<Attempt> attempts = new ArrayList<>(before);
    attempts.add(Attempt.pending(choice.tam(), at, choice.reason()));
    return attempts;
  }

  private List<Attempt> ended(Ending ending, Instant at) {
    return attempts.stream()
        .map(
            attempt ->
                attempt.outcome() == Outcome.PENDING
                    ? attempt.ended(ending.outcome(), at, ending.reason())
                    : attempt)
        .toList();
  }

  private List<Attempt> picked(String by, Instant at) {
    List<Attempt> attempts = new ArrayList<>(ended(new Ending(Outcome.MOVED, "picked up"), at));
    attempts.add(new Attempt(by, at, Outcome.ACCEPTED, at, "picked up", null));
    return attempts;
  }
}
