package io.meridian.handoff.notification.domain;

import java.util.List;

/** What is said of what crews watch, and of the notes of outgoing crews. */
final class WatchWords {
  private final LocalTimes times;

  WatchWords(LocalTimes times) {
    this.times = times;
  }

  /** A shift change that brings no escalation. */
  Draft incoming(Topic topic) {
    Line first = topic.first();
    long watched = topic.all().stream().filter(item -> item.line().until() != null).count();
    String what =
        watched == 0 ? "a note" : watched == 1 ? "1 thing to watch" : watched + " things to watch";
    return new Draft(
        "Coming to you at %s: %s from %s"
            .formatted(times.at(topic.start()), what, first.fromRegion()),
        watched == 0
            ? "%s leaves you a note.".formatted(first.fromRegion())
            : "%s hands %s over to you at %s. Please confirm that you watch."
                .formatted(first.fromRegion(), what, times.in(topic.start())),
        this::line,
        "/shift-changes/" + topic.bundle());
  }

  Draft added(Topic topic) {
    Line first = topic.first();
    return new Draft(
        "To watch: %s until %s".formatted(first.other(), times.at(first.end())),
        "Somebody asks everybody on duty to keep an eye on this.",
        this::line,
        "/shift");
  }

  Draft unconfirmed(Topic topic) {
    Line first = topic.first();
    return new Draft(
        "Not confirmed: what to watch in " + topic.toRegion(),
        "Nobody in %s has confirmed what came to them from %s. Please see that somebody watches, or confirm in their place."
            .formatted(topic.toRegion(), first.fromRegion()),
        this::line,
        "/shift-changes/" + topic.bundle());
  }

  /** Of an item until when, and of a note who wrote it. */
  String line(MessageItem item) {
    Line line = item.line();
    String words = OneLine.of(line.note() == null ? "" : line.note());
    return line.until() == null
        ? "Note of %s: %s".formatted(line.other(), words)
        : "Watch %s until %s: %s".formatted(line.other(), times.at(line.until()), words);
  }

  /** Whether an item is about no escalation. */
  static boolean isWatched(MessageItem item) {
    return item.escalationId() == null;
  }

  /** Those that are about escalations. */
  static List<MessageItem> handoffs(Topic topic) {
    return topic.all().stream().filter(item -> !isWatched(item)).toList();
  }
}
