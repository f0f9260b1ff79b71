package io.meridian.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What handoff-service tells about handoffs: 1 to {@value #PACKED_MAX} of one shift change that
 * made the same move at the same instant. A single handoff is keyed by its escalation, a pack by
 * its shift change; consumers guard each handoff by its own revision, not by the partition.
 */
public sealed interface HandoffEvent extends Event {

  /** The most handoffs in one event. */
  int PACKED_MAX = 500;

  /** Splits what is told into packs of at most {@link #PACKED_MAX}, in order. */
  static <T> List<List<T>> packs(List<T> states) {
    List<List<T>> packs = new ArrayList<>();
    for (int from = 0; from < states.size(); from += PACKED_MAX) {
      int to = Math.min(states.size(), from + PACKED_MAX);
      packs.add(List.copyOf(states.subList(from, to)));
    }
    return packs;
  }

  List<HandoffState> handoffs();

  record Drafted(List<HandoffState> handoffs) implements HandoffEvent {}

  record Offered(List<HandoffState> handoffs) implements HandoffEvent {}

  record Accepted(List<HandoffState> handoffs) implements HandoffEvent {}

  /** Given to somebody by the lead who was asked, or by a manager; the state names both. */
  record AssignedByLead(List<HandoffState> handoffs) implements HandoffEvent {}

  /** Whom a lead assigned gave the read-back that was owed. */
  record ReadBack(List<HandoffState> handoffs) implements HandoffEvent {}

  /** Declined by the person asked before; the state names who is asked now. */
  record Declined(List<HandoffState> handoffs) implements HandoffEvent {}

  record EscalatedToLead(List<HandoffState> handoffs) implements HandoffEvent {}

  /** Nobody is on duty between the shifts. */
  record WaitingForCoverage(List<HandoffState> handoffs) implements HandoffEvent {}

  record Cancelled(List<HandoffState> handoffs) implements HandoffEvent {}

  /** A version of the briefing was written; the state tells what it still lacks. */
  record Briefed(List<HandoffState> handoffs) implements HandoffEvent {}

  /**
   * The severity of the escalations changed before they were handed over, and with it what their
   * briefings must hold; the state tells what they lack now.
   */
  record Regraded(List<HandoffState> handoffs) implements HandoffEvent {}

  /** Somebody who may accept asked the outgoing TAM; the one handoff stays as it is. */
  record Queried(List<HandoffState> handoffs, HandoffQuery query) implements HandoffEvent {}

  /** The outgoing TAM answered, or corrected the answer; the one handoff stays as it is. */
  record Answered(List<HandoffState> handoffs, HandoffQuery query) implements HandoffEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Drafted ignored -> "io.meridian.handoff.drafted.v1";
      case Offered ignored -> "io.meridian.handoff.offered.v1";
      case Accepted ignored -> "io.meridian.handoff.accepted.v1";
      case AssignedByLead ignored -> "io.meridian.handoff.assigned-by-lead.v1";
      case ReadBack ignored -> "io.meridian.handoff.read-back.v1";
      case Declined ignored -> "io.meridian.handoff.declined.v1";
      case EscalatedToLead ignored -> "io.meridian.handoff.escalated-to-lead.v1";
      case WaitingForCoverage ignored -> "io.meridian.handoff.waiting-for-coverage.v1";
      case Cancelled ignored -> "io.meridian.handoff.cancelled.v1";
      case Briefed ignored -> "io.meridian.handoff.briefed.v1";
      case Regraded ignored -> "io.meridian.handoff.regraded.v1";
      case Queried ignored -> "io.meridian.handoff.queried.v1";
      case Answered ignored -> "io.meridian.handoff.answered.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    HandoffState first = handoffs().getFirst();
    return (handoffs().size() == 1 ? first.escalationId() : first.shiftChangeId()).toString();
  }

  @Override
  default long sequence() {
    return handoffs().getFirst().revision();
  }

  @Override
  default Instant time() {
    return switch (this) {
      case Queried queried -> queried.query().at();
      case Answered answered -> answered.query().at();
      default -> handoffs().getFirst().changedAt();
    };
  }

  @Override
  default List<ChangedObject> changed() {
    return switch (this) {
      case Queried queried -> query(queried.query());
      case Answered answered -> query(answered.query());
      default ->
          ChangedObject.each(
              "handoff", handoffs(), HandoffState::id, HandoffState::escalationId, true);
    };
  }

  private List<ChangedObject> query(HandoffQuery query) {
    HandoffState handoff = handoffs().getFirst();
    return List.of(
        new ChangedObject(
            "query",
            handoff.id() + "/" + query.number(),
            handoff.escalationId().toString(),
            query));
  }
}
