package io.meridian.handoff.notification.domain;

import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The words of messages that want an acknowledgement: what it is, what is due next, and the call
 * that answers.
 */
final class AcknowledgementWords {
  /** Code points of a title that a subject shows. */
  private static final int TITLE_MAX = 40;

  private final LocalTimes times;
  private final String linkBase;

  AcknowledgementWords(LocalTimes times, String linkBase) {
    this.times = times;
    this.linkBase = linkBase;
  }

  Draft assigned(Topic topic) {
    String from = topic.either(" from " + times.in(topic.first().at()), "");
    return draft(
        topic,
        "Yours: " + which(topic),
        "You are accountable for %s%s.%s".formatted(topic.escalations(), from, please(topic)));
  }

  Draft raised(Topic topic) {
    return draft(
        topic,
        "Raised: " + which(topic),
        "%s %s risen%sto %s.%s"
            .formatted(
                topic.escalations(),
                topic.either("has", "have"),
                topic.either(" ", ", the worst "),
                topic.first().severity(),
                please(topic)));
  }

  Draft passedOn(Topic topic) {
    return new Draft(
        "Passed on: " + which(topic),
        "%s %s yours no more: nobody attended %s while you were off duty. You need do nothing."
            .formatted(topic.escalations(), topic.either("is", "are"), topic.either("it", "them")),
        item -> item.heading() + customer(item) + ", now with " + item.line().other(),
        path(topic));
  }

  private Draft draft(Topic topic, String subject, String opening) {
    return new Draft(
        subject,
        opening,
        item -> item.heading() + customer(item) + due(item) + lead(item) + answer(item),
        path(topic));
  }

  Draft unacknowledged(Topic topic) {
    return new Draft(
        "Not acknowledged: " + which(topic),
        "Nobody has acknowledged %s in %s. Please see that somebody acts on %s."
            .formatted(topic.escalations(), topic.fromRegion(), topic.either("it", "them")),
        item ->
            item.heading()
                + customer(item)
                + ", with "
                + item.line().other()
                + due(item)
                + answer(item),
        path(topic));
  }

  private static String which(Topic topic) {
    Line worst = topic.first();
    return topic.isOne()
        ? worst.severity() + " " + worst.escalation() + " " + brief(topic.gravest().title())
        : topic.escalations() + ", the worst " + worst.severity();
  }

  /** Who has acknowledged already is not asked again. */
  private static String please(Topic topic) {
    boolean unanswered = topic.all().stream().anyMatch(AcknowledgementWords::isUnanswered);
    return unanswered ? " Please acknowledge: the call is beside each." : "";
  }

  private static boolean isUnanswered(MessageItem item) {
    return item.standing() == null || item.standing().isUnanswered();
  }

  private static String customer(MessageItem item) {
    Standing standing = item.standing();
    return standing == null || standing.customer() == null
        ? ""
        : ", " + OneLine.of(standing.customer());
  }

  private String due(MessageItem item) {
    @Nullable Due next = item.standing() == null ? null : item.standing().next();
    return next == null || next.due() == null
        ? ""
        : "; due next: " + next.text() + ", by " + times.at(next.due());
  }

  private String lead(MessageItem item) {
    @Nullable Instant by = item.standing() == null ? null : item.standing().acknowledgeBy();
    return by == null ? "" : "; your lead is told at " + times.at(by);
  }

  private String answer(MessageItem item) {
    String escalation = linkBase + "/api/v1/escalations/" + item.line().escalation();
    return isUnanswered(item)
        ? "\n  acknowledge: POST " + escalation + "/acknowledgement"
        : "\n  acknowledged; read it: GET " + escalation;
  }

  private static String brief(@Nullable String title) {
    String line = OneLine.of(title);
    return line.codePointCount(0, line.length()) <= TITLE_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TITLE_MAX - 1)) + "…";
  }

  private static String path(Topic topic) {
    return topic.either("/escalations/" + topic.first().escalation(), "/escalations");
  }
}
