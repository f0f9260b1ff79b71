package io.meridian.events;

/** What a note on a timeline is to whoever takes the escalation over. */
public enum NoteKind {
  /** Somebody spoke with the customer. */
  CUSTOMER_CONTACT,
  /** Something to be done, by its owner and due instant. */
  ACTION,
  /** What the customer was promised, and until when. */
  PROMISE,
  /** A deadline of the service level agreement. */
  DEADLINE,
  /** What may be the cause; ruled out once another note settles it. */
  HYPOTHESIS,
  /** What may go wrong. */
  RISK,
  /** Somebody who wants to be told. */
  STAKEHOLDER,
  /** An address where more is to be read. */
  LINK
}
