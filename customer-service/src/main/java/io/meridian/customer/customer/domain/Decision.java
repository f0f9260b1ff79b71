package io.meridian.customer.customer.domain;

import io.meridian.events.CustomerEvent;
import java.util.List;

/** What a customer answers to a wish. */
public sealed interface Decision {

  /**
   * The wish is granted.
   *
   * @param events what happened; empty if all was as wished already
   */
  record Accepted(Customer after, List<CustomerEvent> events) implements Decision {

    /** Whether there is anything to save and tell. */
    public boolean changes() {
      return !events.isEmpty();
    }
  }

  /** The wish is well-formed and cannot be granted. */
  record Refused(List<Refusal> refusals) implements Decision {}
}
