package io.meridian.handoff.notification.domain;

/** What is said once somebody has taken over: what is to be read back, and what stays. */
final class TakeoverWords {

  private TakeoverWords() {}

  static Draft readBack(Topic topic) {
    String lead = topic.first().other() == null ? "The lead" : topic.first().other();
    return Draft.ofHandoffs(
        topic,
        "Read back, please: " + topic.name(),
        "%s gave you %s. Please read back in your own words what you have, as with an acceptance."
            .formatted(lead, topic.escalations()),
        MessageItem::heading);
  }

  static Draft actionLeft(Topic topic) {
    String actions = topic.either("an action", topic.count("action"));
    return Draft.ofHandoffs(
        topic,
        "Still yours: " + actions + " of " + topic.name(),
        "%s took over and left this with you: it stays yours.".formatted(topic.first().other()),
        item -> item.heading() + ": " + OneLine.of(item.line().note()));
  }
}
