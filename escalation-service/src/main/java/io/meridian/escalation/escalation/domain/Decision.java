package io.meridian.escalation.escalation.domain;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.events.EscalationEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The domain's answer to a command. A repeat is accepted with no event. */
public sealed interface Decision {

  /** The escalation after the command, and the facts that led there, in order. */
  record Accepted(Escalation after, List<EscalationEvent> events) implements Decision {

    public Accepted {
      events = List.copyOf(events);
    }

    /** A repeat: nothing changes. */
    public static Accepted nothing(Escalation same) {
      return new Accepted(same, List.of());
    }

    /**
     * Goes on with another command; one that is refused in this state changes nothing.
     *
     * @param terms those of the customers before and after the command
     */
    public Accepted then(Command command, TermsByCustomer terms, Instant now) {
      return switch (after.decide(command, terms, now)) {
        case Rejected ignored -> this;
        case Accepted next -> then(next);
      };
    }

    /** This, and what comes next of it. */
    Accepted then(Accepted next) {
      return new Accepted(
          next.after, Stream.concat(events.stream(), next.events.stream()).toList());
    }
  }

  /**
   * Refused: illegal in the escalation's present state.
   *
   * @param code the problem's code, e.g. {@code already-closed}
   * @param reason a sentence for people
   */
  record Rejected(String code, String reason) implements Decision {}
}
