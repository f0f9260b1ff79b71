package io.meridian.handoff.handoff.domain;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.CancelReason;
import io.meridian.events.HandoffStatus;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a handoff stands. A stage offers only the moves that are legal from it. */
public sealed interface Stage {

  HandoffStatus status();

  /** A stage from which the handoff can still go on, or be cancelled. */
  sealed interface Unfinished extends Stage {
    default Cancelled cancel(CancelReason reason) {
      return new Cancelled(reason, null, null);
    }
  }

  /** A stage in which nobody has been asked yet. */
  sealed interface Unasked extends Unfinished {
    default Offered offer(String tam, Instant at, Instant acceptBy) {
      return new Offered(tam, at, acceptBy);
    }

    /** Nobody holds the incoming shift: its region's lead is asked at once. */
    default WithLead askLead(String lead, Instant at, Instant acceptBy) {
      return new WithLead(lead, at, acceptBy);
    }
  }

  /** A stage in which somebody is asked and may accept. */
  sealed interface Asked extends Unfinished {
    /** Who is asked. */
    String tam();

    /** When the present person was asked. */
    Instant offeredAt();

    /** The deadline of the offer; once the lead is asked, the one that was missed. */
    Instant acceptBy();

    @Override
    default Cancelled cancel(CancelReason reason) {
      return new Cancelled(reason, offeredAt(), acceptBy());
    }

    default Accepted accept(Acceptance acceptance, List<Action> left) {
      return new Accepted(
          acceptance.by(),
          offeredAt(),
          acceptBy(),
          acceptance.at(),
          acceptance.effectiveFrom(),
          acceptance.basis(),
          left);
    }

    /** Whoever assigns it takes nothing on for others: all actions go with it. */
    default AssignedByLead assign(Acceptance acceptance, String lead) {
      return new AssignedByLead(
          acceptance.by(),
          lead,
          offeredAt(),
          acceptBy(),
          acceptance.at(),
          acceptance.effectiveFrom(),
          null,
          List.of());
    }
  }

  /** Written down, nobody asked. */
  record Drafted() implements Unasked {
    public Waiting await() {
      return new Waiting();
    }

    @Override
    public HandoffStatus status() {
      return HandoffStatus.DRAFTED;
    }
  }

  /** The outgoing TAM has gone, and the incoming shift's offer is not due yet. */
  record Waiting() implements Unasked {
    @Override
    public HandoffStatus status() {
      return HandoffStatus.WAITING_FOR_COVERAGE;
    }
  }

  /** A TAM of the incoming shift is asked. */
  record Offered(String tam, Instant offeredAt, Instant acceptBy) implements Asked {
    /** Declined, or the roster moved: somebody else is asked. */
    public Offered moveTo(String next, Instant at, Instant newAcceptBy) {
      return new Offered(next, at, newAcceptBy);
    }

    /** Nobody is left to ask, or the deadline has passed. */
    public WithLead escalate(String lead, Instant at) {
      return new WithLead(lead, at, acceptBy);
    }

    @Override
    public HandoffStatus status() {
      return HandoffStatus.OFFERED;
    }
  }

  /** The lead of the incoming region is asked. */
  record WithLead(String tam, Instant offeredAt, Instant acceptBy) implements Asked {
    /** Somebody holds the shift after all: they are asked. */
    public Offered reoffer(String next, Instant at, Instant newAcceptBy) {
      return new Offered(next, at, newAcceptBy);
    }

    @Override
    public HandoffStatus status() {
      return HandoffStatus.ESCALATED_TO_LEAD;
    }
  }

  /** A stage in which somebody has it for good; finished. */
  sealed interface Taken extends Stage {
    /** Who has it. */
    String by();

    Instant offeredAt();

    Instant acceptBy();

    /** When it was accepted or assigned. */
    Instant at();

    /** When accountability moves. */
    Instant effectiveFrom();

    AccountabilityBasis basis();

    /** What was not taken on, and stays with its owners. */
    List<Action> left();

    /** Takes it back when it has not taken effect by then. */
    default @Nullable Cancelled annul(CancelReason reason, Instant at) {
      return effectiveFrom().isAfter(at) ? new Cancelled(reason, offeredAt(), acceptBy()) : null;
    }
  }

  /**
   * Accepted.
   *
   * @param effectiveFrom the acceptance, or the shift's start if later
   */
  record Accepted(
      String by,
      Instant offeredAt,
      Instant acceptBy,
      Instant at,
      Instant effectiveFrom,
      AccountabilityBasis basis,
      List<Action> left)
      implements Taken {

    public Accepted {
      left = List.copyOf(left);
    }

    @Override
    public HandoffStatus status() {
      return HandoffStatus.ACCEPTED;
    }
  }

  /**
   * Given to somebody who has not answered.
   *
   * @param by who got it
   * @param lead who assigned it: the lead who was asked, or a manager
   * @param effectiveFrom the assignment, or the shift's start when they are not there before
   * @param readBack their own words, once they gave them
   */
  record AssignedByLead(
      String by,
      String lead,
      Instant offeredAt,
      Instant acceptBy,
      Instant at,
      Instant effectiveFrom,
      @Nullable String readBack,
      List<Action> left)
      implements Taken {

    public AssignedByLead {
      left = List.copyOf(left);
    }

    AssignedByLead heard(String words, List<Action> notTaken) {
      return new AssignedByLead(by, lead, offeredAt, acceptBy, at, effectiveFrom, words, notTaken);
    }

    @Override
    public AccountabilityBasis basis() {
      return AccountabilityBasis.REASSIGNED;
    }

    @Override
    public HandoffStatus status() {
      return HandoffStatus.ASSIGNED_BY_LEAD;
    }
  }

  /**
   * Ended without acceptance; finished.
   *
   * @param offeredAt when the last person was asked, or null
   * @param acceptBy the deadline they had, or null
   */
  record Cancelled(CancelReason reason, @Nullable Instant offeredAt, @Nullable Instant acceptBy)
      implements Stage {
    @Override
    public HandoffStatus status() {
      return HandoffStatus.CANCELLED;
    }
  }
}
