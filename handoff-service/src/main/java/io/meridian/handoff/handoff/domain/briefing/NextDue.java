package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The next thing that is due for an escalation; it may have passed.
 *
 * @param text what is due, as the briefing says it
 */
public record NextDue(Kind kind, String text, Instant at) {

  /** What it follows from. */
  public enum Kind {
    /** Somebody promised it to the customer. */
    PROMISE,
    /** Somebody noted it as a deadline. */
    DEADLINE,
    /** The customer's tier was promised an acknowledgement by then. */
    SLA_ACKNOWLEDGE,
    /** The customer's tier was promised to hear of it by then. */
    SLA_UPDATE,
    /** The customer's tier was promised a mitigation by then. */
    SLA_MITIGATE,
    /** The customer's tier was promised a resolution by then. */
    SLA_RESOLVE
  }

  /** The earliest dated promise or deadline of a briefing; of two at once the promise. */
  public static Optional<NextDue> of(
      Briefing content, @Nullable Circumstances circumstances, List<TimelineFact> facts) {
    List<NextDue> agreed = SlaDeadlines.dated(circumstances, facts);
    Stream<NextDue> promised = dated(Kind.PROMISE, content.promises());
    Stream<NextDue> noted =
        dated(Kind.DEADLINE, content.deadlines())
            .filter(due -> agreed.stream().noneMatch(due::isToldBy));
    return Stream.of(promised, agreed.stream(), noted)
        .flatMap(all -> all)
        .min(Comparator.comparing(NextDue::at).thenComparing(NextDue::kind));
  }

  /** Briefings list what follows from the agreement among the deadlines. */
  private boolean isToldBy(NextDue agreed) {
    return at.equals(agreed.at) && text.equals(agreed.text);
  }

  private static Stream<NextDue> dated(Kind kind, List<Due> dues) {
    return dues.stream()
        .flatMap(
            due -> {
              Instant at = due.due();
              return at == null ? Stream.empty() : Stream.of(new NextDue(kind, due.text(), at));
            });
  }
}
