package io.meridian.handoff.notification.domain;

/** What is said of people on duty whom nothing reaches. */
final class ReadinessWords {
  private final LocalTimes times;

  ReadinessWords(LocalTimes times) {
    this.times = times;
  }

  Draft unreachable(Topic topic) {
    String what = topic.count("duty");
    Line first = topic.first();
    return new Draft(
        "No working channel: "
            + topic.either(first.other() + ", on duty", what)
            + " from "
            + times.at(first.at()),
        ("Nothing reaches who has %s in %s within 24 hours."
                + " Please see that they get a channel that works.")
            .formatted(what, first.fromRegion()),
        item -> times.span(item.line()) + ": " + item.line().other(),
        "/tams");
  }
}
