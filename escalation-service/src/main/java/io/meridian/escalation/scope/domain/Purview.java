package io.meridian.escalation.scope.domain;

/** Which escalations somebody sees. */
public sealed interface Purview {

  /** Every one. */
  record All() implements Purview {}

  /** Some. */
  sealed interface Part extends Purview {

    /** Who sees them. */
    String who();

    /** Why one of the others is not seen, to follow its name. */
    String words();
  }

  /**
   * Those that an integration opened.
   *
   * @param who its id
   */
  record OpenedBy(String who) implements Part {
    @Override
    public String words() {
      return "was not opened by " + who + ", and an integration sees what it opened; ask a manager";
    }
  }

  /**
   * Those of customers of whom somebody is a stakeholder.
   *
   * @param who the subject of their tokens
   */
  record OfStakeholder(String who) implements Part {
    @Override
    public String words() {
      return "is of no customer of whom "
          + who
          + " is a stakeholder, and an observer sees those that are; ask a manager";
    }
  }
}
