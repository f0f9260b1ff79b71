package io.meridian.handoff.notification.domain;

import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of messages that want an acknowledgement: what it is, what is due next, and the call
 * that answers.
 */
final class AnswerWording {
  /** Code points of a title that a subject shows. */
  private static final int TITLE_MAX = 40;

  private final LocalTimes times;
  private final String linkBase;

  AnswerWording(LocalTimes times, String linkBase) {
    this.times = times;
    this.linkBase = linkBase;
  }

  String subject(NotificationKind kind, String what, List<Told> told) {
    Line worst = told.getFirst().line();
    String which =
        told.size() > 1
            ? what + ", the worst " + worst.severity()
            : worst.severity() + " " + worst.escalation() + " " + brief(told.getFirst().title());
    return switch (kind) {
      case RAISED -> "Raised: " + which;
      case UNACKNOWLEDGED -> "Not acknowledged: " + which;
      default -> "Yours: " + which;
    };
  }

  String opening(NotificationKind kind, String what, List<Told> told) {
    Line first = told.getFirst().line();
    boolean one = told.size() == 1;
    return switch (kind) {
      case RAISED ->
          "%s %s risen%sto %s.%s"
              .formatted(
                  what,
                  one ? "has" : "have",
                  one ? " " : ", the worst ",
                  first.severity(),
                  please(told));
      case UNACKNOWLEDGED ->
          "Nobody has acknowledged %s in %s. Please see that somebody acts on %s."
              .formatted(what, first.fromRegion(), one ? "it" : "them");
      default ->
          one
              ? "You are accountable for 1 escalation from %s.%s"
                  .formatted(times.in(first.at()), please(told))
              : "You are accountable for %s.%s".formatted(what, please(told));
    };
  }

  /** Who has acknowledged already is not asked again. */
  private static String please(List<Told> told) {
    boolean unanswered = told.stream().anyMatch(AnswerWording::isUnanswered);
    return unanswered ? " Please acknowledge: the call is beside each." : "";
  }

  private static boolean isUnanswered(Told told) {
    return told.standing() == null || told.standing().isUnanswered();
  }

  /** What follows the escalation's number, severity and title. */
  String line(NotificationKind kind, Told told) {
    Standing standing = told.standing();
    StringBuilder words = new StringBuilder();
    if (standing != null && standing.customer() != null) {
      words.append(", ").append(oneLine(standing.customer()));
    }
    if (kind == NotificationKind.UNACKNOWLEDGED) {
      words.append(", with ").append(told.line().other());
    }
    if (standing != null) {
      words.append(due(standing.next())).append(lead(kind, standing.acknowledgeBy()));
    }
    return words.append("\n  ").append(answer(told)).toString();
  }

  private String due(@Nullable Due next) {
    return next == null || next.due() == null
        ? ""
        : "; due next: " + next.text() + ", by " + times.at(next.due());
  }

  private String lead(NotificationKind kind, @Nullable Instant acknowledgeBy) {
    return acknowledgeBy == null || kind == NotificationKind.UNACKNOWLEDGED
        ? ""
        : "; your lead is told at " + times.at(acknowledgeBy);
  }

  private String answer(Told told) {
    String escalation = linkBase + "/api/v1/escalations/" + told.line().escalation();
    return isUnanswered(told)
        ? "acknowledge: POST " + escalation + "/acknowledgement"
        : "acknowledged; read it: GET " + escalation;
  }

  private static String brief(@Nullable String title) {
    String line = oneLine(title);
    return line.codePointCount(0, line.length()) <= TITLE_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TITLE_MAX - 1)) + "…";
  }

  /** A text without line breaks and other runs of white space. */
  static String oneLine(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
