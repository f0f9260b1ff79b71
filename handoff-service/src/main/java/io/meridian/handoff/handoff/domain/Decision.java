package io.meridian.handoff.handoff.domain;

/** What a handoff answers to somebody's wish. */
public sealed interface Decision {

  /** It moved. */
  record Moved(Handoff after) implements Decision {}

  /** It moved to somebody for good. */
  record Taken(Handoff after, Acceptance acceptance) implements Decision {}

  /** Whom a lead assigned gave the read-back that was owed. */
  record ReadBackGiven(Handoff after) implements Decision {}

  /** A repeat of what was done already: fine, and no effect. */
  record Unchanged(Handoff handoff) implements Decision {}

  /** It stays as it is. */
  record Refused(Refusal refusal) implements Decision {}

  /** Why a handoff refuses. */
  enum Refusal {
    /** Accepted by somebody else, or cancelled. */
    FINISHED("The handoff is finished."),
    /** Waiting for coverage: nobody is asked yet. */
    NOT_OFFERED("The handoff is not offered yet."),
    /** Neither asked, nor on duty in the incoming region. */
    NOT_YOURS("Only the TAM asked, or another on duty in the incoming region, may do this."),
    /** Only the lead of the incoming region, or a manager, gives it to somebody. */
    NOT_THE_LEAD(
        "Only the lead of the incoming region, or a manager, may assign it; who is asked accepts"
            + " it, and so may others on duty there."),
    /** Whoever gets it must be there. */
    NOT_ON_DUTY("Whoever gets it must be on duty in the incoming region."),
    /** Severity 1 and 2 need the receiver's own words. */
    READ_BACK_MISSING("Severity 1 and 2 need a read-back."),
    /** Too few words to show that the receiver understood. */
    READ_BACK_SHORT("A read-back says in at least 15 characters what you take over."),
    /** The title is nobody's own words. */
    READ_BACK_IS_TITLE("A read-back is in your own words, not the title."),
    /** Severity 1 and 2 are read before they are taken. */
    ONE_BY_ONE("Severity 1 and 2 are accepted one by one, each with its own read-back."),
    /** The lead is the last one asked: they accept or assign. */
    LAST_IN_LINE("A lead cannot decline: accept it or reassign the escalation.");

    private final String detail;

    Refusal(String detail) {
      this.detail = detail;
    }

    /** The refusal in words. */
    public String detail() {
      return detail;
    }
  }
}
