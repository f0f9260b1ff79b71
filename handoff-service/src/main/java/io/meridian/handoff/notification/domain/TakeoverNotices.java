package io.meridian.handoff.notification.domain;

import io.meridian.events.HandoffAction;
import io.meridian.events.HandoffState;
import io.meridian.events.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is told what once somebody has a handoff. */
final class TakeoverNotices {
  /** When whom a lead assigned is asked for the read-back, after the assignment. */
  private static final List<Duration> READ_BACK_ASKED =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  private final Patience patience;
  private final Function<String, Optional<String>> tams;

  TakeoverNotices(Patience patience, Function<String, Optional<String>> tams) {
    this.patience = patience;
    this.tams = tams;
  }

  /** Whom a lead assigned is asked for the read-back, again and again while it is owed. */
  List<Notice> readBack(HandoffState handoff) {
    Person to = handoff.to();
    if (to == null || !Boolean.TRUE.equals(handoff.readBackOwed())) {
      return List.of();
    }
    Line line = HandoffNotices.line(handoff, handoff.assignedBy(), handoff.effectiveFrom(), null);
    return READ_BACK_ASKED.stream()
        .map(
            after ->
                HandoffNotices.notice(
                    NotificationKind.READ_BACK,
                    handoff,
                    to,
                    HandoffNotices.named(handoff.id() + "|read back|" + after),
                    soon(handoff).plus(after),
                    line))
        .toList();
  }

  /** Owners are told what stays with them; the outgoing TAM, where the owner is no TAM. */
  List<Notice> left(HandoffState handoff) {
    List<HandoffAction> left = handoff.actionsLeft();
    Person taker = handoff.to();
    if (left == null || taker == null) {
      return List.of();
    }
    List<Notice> notices = new ArrayList<>();
    for (HandoffAction action : left) {
      Person owner = owner(action.owner(), handoff);
      if (!owner.id().equals(taker.id())) {
        Instant until = action.due() == null ? handoff.effectiveFrom() : action.due();
        UUID subject = HandoffNotices.named(handoff.id() + "|left|" + action.text());
        Line line = HandoffNotices.line(handoff, taker, until, action.text());
        notices.add(
            HandoffNotices.notice(
                NotificationKind.ACTION_LEFT, handoff, owner, subject, soon(handoff), line));
      }
    }
    return notices;
  }

  private Person owner(@Nullable String named, HandoffState handoff) {
    return Optional.ofNullable(named)
        .flatMap(tams)
        .map(tam -> new Person(tam, tam))
        .orElse(handoff.from());
  }

  private Instant soon(HandoffState handoff) {
    return handoff.changedAt().plus(patience.gather());
  }
}
