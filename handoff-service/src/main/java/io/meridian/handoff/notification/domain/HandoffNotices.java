package io.meridian.handoff.notification.domain;

import io.meridian.events.BriefingStatus;
import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffQuery;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom a move of handoffs concerns, and how. */
public final class HandoffNotices {
  private final Patience patience;
  private final TakeoverNotices taken;

  /**
   * Of a roster.
   *
   * @param tams the id of the TAM whom the owner of an action names by id or name; empty when they
   *     are no TAM
   */
  public HandoffNotices(Patience patience, Function<String, Optional<String>> tams) {
    this.patience = patience;
    this.taken = new TakeoverNotices(patience, tams);
  }

  /** What is to be told because of the event. */
  public List<Notice> of(HandoffEvent event) {
    List<Notice> notices = new ArrayList<>();
    for (HandoffState handoff : event.handoffs()) {
      switch (event) {
        case HandoffEvent.Drafted ignored -> prepare(handoff, notices);
        case HandoffEvent.Offered ignored -> {
          prepare(handoff, notices);
          asked(handoff, notices);
        }
        case HandoffEvent.Declined ignored -> {
          declined(handoff, notices);
          asked(handoff, notices);
        }
        case HandoffEvent.EscalatedToLead ignored -> {
          prepare(handoff, notices);
          asked(handoff, notices);
        }
        case HandoffEvent.Accepted ignored -> notices.addAll(taken.left(handoff));
        case HandoffEvent.AssignedByLead ignored -> notices.addAll(taken.readBack(handoff));
        case HandoffEvent.ReadBack ignored -> notices.addAll(taken.left(handoff));
        case HandoffEvent.WaitingForCoverage ignored -> {}
        case HandoffEvent.Cancelled ignored -> {}
        case HandoffEvent.Briefed ignored -> remindOfBriefing(handoff, notices);
        case HandoffEvent.Regraded ignored -> regraded(handoff, notices);
        case HandoffEvent.Queried queried -> notices.add(question(handoff, queried.query()));
        case HandoffEvent.Answered answered -> notices.add(answer(handoff, answered.query()));
      }
    }
    return notices;
  }

  /** Who still has their shift is told that it is being handed over; once. */
  private void prepare(HandoffState handoff, List<Notice> notices) {
    if (handoff.attempts().size() <= 1 && handoff.changedAt().isBefore(handoff.boundary())) {
      notices.add(
          notice(
              NotificationKind.PREPARE,
              handoff,
              handoff.from(),
              handoff.id(),
              handoff.changedAt().plus(patience.gather()),
              line(handoff, handoff.to(), handoff.boundary(), lacking(handoff.briefing()))));
      remindOfBriefing(handoff, notices);
    }
  }

  /** Who has not completed a briefing is told so once more before they leave; once. */
  private void remindOfBriefing(HandoffState handoff, List<Notice> notices) {
    String lacking = lacking(handoff.briefing());
    Instant due = handoff.boundary().minus(patience.briefing());
    if (lacking != null && due.isAfter(handoff.changedAt().plus(patience.gather()))) {
      Line line = line(handoff, handoff.to(), handoff.boundary(), lacking);
      notices.add(
          notice(NotificationKind.INCOMPLETE, handoff, handoff.from(), handoff.id(), due, line));
    }
  }

  /**
   * What is asked of the briefing is another: the reminder is due as ever, or at once, for each
   * severity once, when its time has passed and theirs has not.
   */
  private void regraded(HandoffState handoff, List<Notice> notices) {
    int known = notices.size();
    remindOfBriefing(handoff, notices);
    String lacking = lacking(handoff.briefing());
    Instant soon = handoff.changedAt().plus(patience.gather());
    if (lacking != null && notices.size() == known && soon.isBefore(handoff.boundary())) {
      UUID subject = named(handoff.id() + "|" + handoff.severity());
      Line line = line(handoff, handoff.to(), handoff.boundary(), lacking);
      notices.add(
          notice(NotificationKind.INCOMPLETE, handoff, handoff.from(), subject, soon, line));
    }
  }

  /** "customer contact, next action": what the briefing lacks; null when it is complete. */
  public static @Nullable String lacking(@Nullable BriefingStatus briefing) {
    if (briefing == null || briefing.missing().isEmpty()) {
      return null;
    }
    return briefing.missing().stream()
        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private void asked(HandoffState handoff, List<Notice> notices) {
    Person to = handoff.to();
    if (to == null) {
      return;
    }
    UUID occasion = occasion(handoff);
    Instant soon = handoff.changedAt().plus(patience.gather());
    Line line = line(handoff, handoff.from(), handoff.acceptBy(), null);
    NotificationKind kind = kind(handoff);
    notices.add(notice(kind, handoff, to, occasion, soon, line));
    Instant due = handoff.acceptBy().minus(patience.reminder());
    if (kind != NotificationKind.UNACCEPTED && due.isAfter(soon)) {
      notices.add(notice(NotificationKind.REMINDER, handoff, to, occasion, due, line));
    }
  }

  private static NotificationKind kind(HandoffState handoff) {
    if (handoff.status() == HandoffStatus.ESCALATED_TO_LEAD) {
      return NotificationKind.UNACCEPTED;
    }
    boolean inTime = handoff.changedAt().isBefore(handoff.effectiveFrom());
    return handoff.attempts().size() <= 1 && inTime
        ? NotificationKind.INCOMING
        : NotificationKind.OFFERED;
  }

  private void declined(HandoffState handoff, List<Notice> notices) {
    HandoffAttempt last =
        handoff.attempts().stream()
            .filter(attempt -> attempt.outcome() == HandoffAttempt.Outcome.DECLINED)
            .reduce((a, b) -> b)
            .orElse(null);
    if (last != null) {
      notices.add(
          notice(
              NotificationKind.DECLINED,
              handoff,
              handoff.from(),
              occasion(handoff),
              handoff.changedAt().plus(patience.gather()),
              line(handoff, last.tam(), handoff.acceptBy(), last.reason())));
    }
  }

  private Notice question(HandoffState handoff, HandoffQuery query) {
    return said(
        NotificationKind.QUERIED,
        handoff,
        handoff.from(),
        query,
        query.askedBy(),
        query.question());
  }

  private Notice answer(HandoffState handoff, HandoffQuery query) {
    return said(
        NotificationKind.ANSWERED, handoff, query.askedBy(), query, handoff.from(), query.answer());
  }

  /** What one said to the other about a handoff; an answer that is corrected is another one. */
  private Notice said(
      NotificationKind kind,
      HandoffState handoff,
      Person to,
      HandoffQuery query,
      Person by,
      @Nullable String words) {
    String subject = handoff.id() + "|query|" + query.number() + "|" + query.at();
    return new Notice(
        kind,
        to.id(),
        handoff.shiftChangeId(),
        named(subject),
        handoff.id(),
        handoff.escalationId(),
        query.at(),
        query.at().plus(patience.gather()),
        line(handoff, by, handoff.acceptBy(), words));
  }

  /** This handoff, asked for the n-th time: an offer that comes back is a new one. */
  private static UUID occasion(HandoffState handoff) {
    return named(handoff.id() + "|" + handoff.attempts().size());
  }

  static UUID named(String about) {
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }

  static Notice notice(
      NotificationKind kind,
      HandoffState handoff,
      Person to,
      UUID subject,
      Instant notBefore,
      Line line) {
    return new Notice(
        kind,
        to.id(),
        handoff.shiftChangeId(),
        subject,
        handoff.id(),
        handoff.escalationId(),
        handoff.changedAt(),
        notBefore,
        line);
  }

  static Line line(
      HandoffState handoff, @Nullable Person other, Instant until, @Nullable String note) {
    return new Line(
        handoff.escalation(),
        handoff.severity(),
        other == null ? null : other.name(),
        handoff.fromRegion(),
        handoff.toRegion(),
        handoff.boundary(),
        handoff.effectiveFrom(),
        until,
        note);
  }
}
