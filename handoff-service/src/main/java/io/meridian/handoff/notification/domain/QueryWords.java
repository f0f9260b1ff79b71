package io.meridian.handoff.notification.domain;

/** What two TAMs ask and answer each other about a handoff. */
final class QueryWords {
  private final LocalTimes times;

  QueryWords(LocalTimes times) {
    this.times = times;
  }

  Draft query(Topic topic) {
    return Draft.ofHandoffs(
        topic,
        topic.first().other() + " asks about " + topic.name(),
        "%s you hand over %s asked about. Please answer: the handover waits for it."
            .formatted(topic.escalations(), topic.either("is", "are")),
        QueryWords::line);
  }

  Draft answer(Topic topic) {
    return Draft.ofHandoffs(
        topic,
        topic.first().other() + " answers about " + topic.name(),
        "What you asked about %s is answered. Please accept or decline by %s."
            .formatted(topic.escalations(), times.in(topic.deadline())),
        QueryWords::line);
  }

  private static String line(MessageItem item) {
    return item.heading() + ", " + item.line().other() + ": " + OneLine.of(item.line().note());
  }
}
