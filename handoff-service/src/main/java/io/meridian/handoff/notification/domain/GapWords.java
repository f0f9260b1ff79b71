package io.meridian.handoff.notification.domain;

/** What is said of escalations that are not attended, and that are again. */
final class GapWords {
  private static final String PATH = "/gaps";

  private final LocalTimes times;

  GapWords(LocalTimes times) {
    this.times = times;
  }

  Draft opened(Topic topic) {
    Line first = topic.first();
    return new Draft(
        "Unattended since " + times.at(first.at()) + ": " + topic.name(),
        "%s %s accountable TAM on duty since %s."
            .formatted(
                topic.escalations(), topic.either("has no", "have no"), times.in(first.at())),
        item -> item.heading() + ", " + item.line().other() + ": " + item.line().why(),
        PATH);
  }

  Draft closed(Topic topic) {
    return new Draft(
        "Attended again: " + topic.name(),
        "%s %s attended again.".formatted(topic.escalations(), topic.either("is", "are")),
        item -> item.heading() + gap(item.line()),
        PATH);
  }

  private String gap(Line line) {
    return line.until() == null ? "" : ", gap " + times.between(line.at(), line.until());
  }
}
