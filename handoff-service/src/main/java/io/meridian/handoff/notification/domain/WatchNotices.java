package io.meridian.handoff.notification.domain;

import io.meridian.events.Person;
import io.meridian.events.ShiftChangeNote;
import io.meridian.events.WatchEvent;
import io.meridian.events.WatchHandover;
import io.meridian.events.WatchItemState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whom it concerns what is watched, and what the outgoing crew says beside its handoffs. */
public final class WatchNotices {

  private WatchNotices() {}

  /**
   * What is to be told of watch items: in the message of the shift change to the crew that takes
   * over, at once to who is on duty when one is made, and to the lead when nobody has confirmed.
   *
   * @param gather how long messages wait for more
   */
  public static List<Notice> of(WatchEvent event, Duration gather) {
    return switch (event) {
      case WatchEvent.HandedOver over ->
          over.items().stream()
              .flatMap(
                  item ->
                      over.handover().crew().stream()
                          .map(
                              to ->
                                  handedOver(
                                      over.handover(),
                                      item,
                                      to,
                                      over.handover().changedAt(),
                                      gather)))
              .toList();
      case WatchEvent.Added added ->
          added.items().stream()
              .flatMap(item -> added.crews().stream().map(to -> added(item, to, gather)))
              .toList();
      case WatchEvent.Unconfirmed missing ->
          missing.items().stream()
              .map(
                  item ->
                      unconfirmed(missing.handover(), item, missing.handover().changedAt(), gather))
              .toList();
      case WatchEvent.Confirmed ignored -> List.of();
      case WatchEvent.Withdrawn ignored -> List.of();
      case WatchEvent.Escalated ignored -> List.of();
    };
  }

  /** The first version of a note is told in the message of the shift change. */
  public static List<Notice> of(ShiftChangeNote note, Duration gather) {
    Line line =
        new Line(
            null,
            null,
            note.by().name(),
            note.fromRegion(),
            note.toRegion(),
            note.boundary(),
            note.start(),
            null,
            note.text());
    return note.crew().stream()
        .map(
            to ->
                new Notice(
                    NotificationKind.INCOMING,
                    to.id(),
                    note.shiftChangeId(),
                    named("note|" + note.shiftChangeId()),
                    note.shiftChangeId(),
                    null,
                    note.changedAt(),
                    note.changedAt().plus(gather),
                    line))
        .toList();
  }

  private static Notice handedOver(
      WatchHandover handover, WatchItemState item, Person to, Instant at, Duration gather) {
    return new Notice(
        NotificationKind.INCOMING,
        to.id(),
        handover.shiftChangeId(),
        named("watch|" + item.id() + "|" + handover.shiftId()),
        item.id(),
        null,
        at,
        at.plus(gather),
        line(handover, item));
  }

  private static Notice added(WatchItemState item, Person to, Duration gather) {
    Line line =
        new Line(
            null, null, item.customer(), "", null, item.from(), null, item.until(), words(item));
    return new Notice(
        NotificationKind.WATCH,
        to.id(),
        item.id(),
        item.id(),
        item.id(),
        null,
        item.changedAt(),
        item.changedAt().plus(gather),
        line);
  }

  private static Notice unconfirmed(
      WatchHandover handover, WatchItemState item, Instant at, Duration gather) {
    return new Notice(
        NotificationKind.WATCH_UNCONFIRMED,
        handover.lead().id(),
        handover.shiftChangeId(),
        named("unconfirmed|" + item.id() + "|" + handover.shiftId()),
        item.id(),
        null,
        at,
        at.plus(gather),
        line(handover, item));
  }

  private static Line line(WatchHandover handover, WatchItemState item) {
    return new Line(
        null,
        null,
        item.customer(),
        handover.fromRegion(),
        handover.toRegion(),
        handover.boundary(),
        handover.start(),
        item.until(),
        words(item));
  }

  private static String words(WatchItemState item) {
    return item.what() + ". If so: " + item.whatIf();
  }

  private static UUID named(String about) {
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }
}
