package io.meridian.testkit.badinput;

/** One way in which a request can be bad, and what it must answer unless a row says otherwise. */
public enum Fault {
  NO_TOKEN(401),
  WRONG_ROLE(403),
  UNKNOWN_PARAMETER(400),
  MALFORMED_JSON(400),
  UNKNOWN_FIELD(400),
  OTHER_MEDIA_TYPE(415),
  OTHER_ANSWER_WANTED(406),
  OVERSIZED_BODY(413),
  NO_IF_MATCH(428),
  STALE_IF_MATCH(412),
  UNREAD_CODING(415),
  OTHER_EXPECTATION(417),
  NO_HOST(400),
  TWO_HOSTS(400),
  /** From somebody without a token, who gets an answer at once. */
  EMPTY_CHUNKED_BODY(401),
  OTHER_METHOD(405),
  /** An instant that no database holds; the answer names the field or parameter. */
  EXTREME_TIME(400),
  /** A body whose end others could see elsewhere. */
  AMBIGUOUS_LENGTH(400);

  private final int status;

  Fault(int status) {
    this.status = status;
  }

  /** The status that refuses it. */
  public int status() {
    return status;
  }
}
