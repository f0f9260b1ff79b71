package io.meridian.handoff.notification.domain;

import java.util.List;

/** What is said of offers: to who is asked, to who hands over, and to the lead. */
final class OfferWords {
  private final LocalTimes times;

  OfferWords(LocalTimes times) {
    this.times = times;
  }

  /** With what is to be watched and the note of the outgoing crew, if there are any. */
  Draft incoming(Topic all) {
    List<MessageItem> escalations = WatchWords.handoffs(all);
    WatchWords beside = new WatchWords(times);
    if (escalations.isEmpty()) {
      return beside.incoming(all);
    }
    Topic topic = Topic.of(all.bundle(), escalations);
    String what = topic.escalations();
    return Draft.ofHandoffs(
        topic,
        "Coming to you at " + times.at(topic.start()) + ": " + what + " from " + topic.fromRegion(),
        "%s hands %s over to you at %s. Please read the %s and accept by %s."
            .formatted(
                topic.fromRegion(),
                what,
                times.in(topic.start()),
                topic.either("briefing", "briefings"),
                times.at(topic.deadline())),
        item -> WatchWords.isWatched(item) ? beside.line(item) : from(item));
  }

  Draft offered(Topic topic) {
    return Draft.ofHandoffs(
        topic,
        "Offered to you: " + topic.name(),
        "%s %s offered to you. Please accept or decline by %s."
            .formatted(topic.escalations(), topic.either("is", "are"), times.in(topic.deadline())),
        OfferWords::from);
  }

  Draft reminder(Topic topic) {
    return Draft.ofHandoffs(
        topic,
        "Accept by " + times.at(topic.deadline()) + ": " + topic.name(),
        "%s still %s for your answer until %s."
            .formatted(
                topic.escalations(), topic.either("waits", "wait"), times.in(topic.deadline())),
        OfferWords::from);
  }

  Draft declined(Topic topic) {
    return Draft.ofHandoffs(
        topic,
        topic.first().other() + " declined " + topic.name(),
        ("%s you hand over %s declined."
                + " Somebody else is asked now; you stay accountable until %s accepted.")
            .formatted(
                topic.escalations(),
                topic.either("was", "were"),
                topic.either("it is", "they are")),
        OfferWords::reason);
  }

  Draft unaccepted(Topic topic) {
    return Draft.ofHandoffs(
        topic,
        "Not accepted: " + topic.name() + " from " + topic.fromRegion(),
        "Nobody has accepted %s that %s hands over to %s. Please accept or assign %s."
            .formatted(
                topic.escalations(),
                topic.fromRegion(),
                topic.toRegion(),
                topic.either("it", "them")),
        OfferWords::from);
  }

  private static String from(MessageItem item) {
    return item.heading() + ", from " + item.line().other();
  }

  private static String reason(MessageItem item) {
    String note = item.line().note();
    return item.heading() + ": " + (note == null ? "no reason" : note);
  }
}
