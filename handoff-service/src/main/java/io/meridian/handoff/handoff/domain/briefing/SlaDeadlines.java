package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.EscalationStatus;
import io.meridian.events.NoteKind;
import io.meridian.events.SlaTarget;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that follow from what a customer's tier was promised, as far as they are not met;
 * one that has passed stays. They run around the clock and are not interrupted.
 */
public final class SlaDeadlines {
  private final Circumstances circumstances;
  private final List<TimelineFact> facts;

  private SlaDeadlines(Circumstances circumstances, List<TimelineFact> facts) {
    this.circumstances = circumstances;
    this.facts = facts;
  }

  /** The deadlines, none once the escalation is resolved. */
  static List<Due> of(@Nullable Circumstances circumstances, List<TimelineFact> facts) {
    return dated(circumstances, facts).stream().map(due -> new Due(due.text(), due.at())).toList();
  }

  /** The same, with what each follows from. */
  static List<NextDue> dated(@Nullable Circumstances circumstances, List<TimelineFact> facts) {
    if (circumstances == null || circumstances.target() == null || isOver(circumstances)) {
      return List.of();
    }
    return new SlaDeadlines(circumstances, facts).by(circumstances.target());
  }

  /** The earliest of the deadlines. */
  public static Optional<Due> next(Circumstances circumstances, List<TimelineFact> facts) {
    return of(circumstances, facts).stream()
        .min(Comparator.comparing(Due::due, Comparator.nullsLast(Comparator.naturalOrder())));
  }

  private static boolean isOver(Circumstances circumstances) {
    return circumstances.status() == EscalationStatus.RESOLVED
        || circumstances.status() == EscalationStatus.CLOSED;
  }

  private List<NextDue> by(SlaTarget target) {
    List<NextDue> dues = new ArrayList<>();
    Instant opened = circumstances.openedAt();
    if (!isAcknowledged()) {
      add(dues, NextDue.Kind.SLA_ACKNOWLEDGE, opened, target.acknowledgeWithin());
    }
    add(dues, NextDue.Kind.SLA_UPDATE, lastContact(), target.updateEvery());
    add(dues, NextDue.Kind.SLA_MITIGATE, opened, target.mitigateWithin());
    add(dues, NextDue.Kind.SLA_RESOLVE, opened, target.resolveWithin());
    return dues;
  }

  private static void add(
      List<NextDue> dues, NextDue.Kind kind, Instant from, @Nullable Duration within) {
    if (within != null) {
      dues.add(new NextDue(kind, "SLA: " + what(kind) + words(within), from.plus(within)));
    }
  }

  private static String what(NextDue.Kind kind) {
    return switch (kind) {
      case SLA_ACKNOWLEDGE -> "acknowledge within ";
      case SLA_UPDATE -> "next update, one every ";
      case SLA_MITIGATE -> "mitigate within ";
      case SLA_RESOLVE -> "resolve within ";
      case PROMISE, DEADLINE -> throw new IllegalArgumentException(kind + " is in no agreement");
    };
  }

  private boolean isAcknowledged() {
    return circumstances.status() != EscalationStatus.OPEN
        || last(fact -> fact.kind() == Kind.ACKNOWLEDGED) != null;
  }

  /** When the customer last heard of it: at a contact, or when it opened. */
  private Instant lastContact() {
    Instant contact =
        last(fact -> fact.details() != null && fact.details().kind() == NoteKind.CUSTOMER_CONTACT);
    return contact == null ? circumstances.openedAt() : contact;
  }

  /** When the newest such fact of this opening was. */
  private @Nullable Instant last(Predicate<TimelineFact> which) {
    return facts.stream()
        .filter(which)
        .map(TimelineFact::at)
        .filter(at -> !at.isBefore(circumstances.openedAt()))
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** "1 d 2 h", "15 min". */
  private static String words(Duration duration) {
    StringBuilder words = new StringBuilder();
    part(words, duration.toDays(), " d");
    part(words, duration.toHoursPart(), " h");
    part(words, duration.toMinutesPart(), " min");
    part(words, duration.toSecondsPart(), " s");
    return words.toString();
  }

  private static void part(StringBuilder words, long count, String unit) {
    if (count > 0) {
      words.append(words.isEmpty() ? "" : " ").append(count).append(unit);
    }
  }
}
