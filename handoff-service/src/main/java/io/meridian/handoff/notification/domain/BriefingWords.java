package io.meridian.handoff.notification.domain;

/** What the outgoing TAM reads before the handover: what goes, and what its briefings lack. */
final class BriefingWords {
  private final LocalTimes times;

  BriefingWords(LocalTimes times) {
    this.times = times;
  }

  Draft prepare(Topic topic) {
    String what = topic.escalations();
    Line first = topic.first();
    return Draft.ofHandoffs(
        topic,
        "Handover at " + times.at(first.at()) + ": " + what + " to " + topic.toRegion(),
        "%s of yours %s handed over to %s at %s. %s"
            .formatted(
                what,
                topic.either("is", "are"),
                topic.toRegion(),
                times.in(first.at()),
                briefings(topic)),
        BriefingWords::line);
  }

  Draft incomplete(Topic topic) {
    Line first = topic.first();
    return Draft.ofHandoffs(
        topic,
        topic.either("Briefing", "Briefings")
            + " incomplete, handover at "
            + times.at(first.at())
            + ": "
            + topic.name(),
        "You hand %s over to %s at %s. %s"
            .formatted(
                topic.escalations(), topic.toRegion(), times.in(first.at()), briefings(topic)),
        BriefingWords::line);
  }

  private static String briefings(Topic topic) {
    boolean complete = topic.all().stream().allMatch(one -> one.line().note() == null);
    String noun = topic.either("briefing", "briefings");
    return complete
        ? "The " + noun + topic.either(" is complete.", " are complete.")
        : "Please complete the " + noun + " before you leave.";
  }

  private static String line(MessageItem item) {
    Line line = item.line();
    return item.heading()
        + (line.other() == null ? "" : ", to " + line.other())
        + (line.note() == null ? "" : "; the briefing lacks " + line.note());
  }
}
