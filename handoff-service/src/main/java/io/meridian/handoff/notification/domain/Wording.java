package io.meridian.handoff.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages in words: short, plain, in the reader's own time. */
public final class Wording {
  /** Things named in one message; the others are counted. */
  public static final int LINES_MAX = 10;

  private static final Comparator<Told> GRAVEST =
      Comparator.comparing((Told told) -> String.valueOf(told.line().severity()))
          .thenComparing(told -> told.line().at())
          .thenComparing(told -> String.valueOf(told.line().escalation()));

  private final LocalTimes times;
  private final String linkBase;
  private final AnswerWording answers;

  /**
   * @param zone the reader's
   * @param linkBase where the console is, without a slash at the end
   */
  public Wording(ZoneId zone, Instant now, String linkBase) {
    this.times = new LocalTimes(zone, now);
    this.linkBase = linkBase;
    this.answers = new AnswerWording(times, linkBase);
  }

  /**
   * The message about these things.
   *
   * @param bundle the shift change, where the kind has one
   * @param told one or more
   */
  public Message message(NotificationKind kind, UUID bundle, List<Told> told) {
    List<Told> gravest = told.stream().sorted(GRAVEST).toList();
    Line first = gravest.getFirst().line();
    String what = count(told.size(), noun(kind));
    StringBuilder text = new StringBuilder(opening(kind, what, gravest)).append('\n');
    for (Told one : gravest.subList(0, Math.min(LINES_MAX, gravest.size()))) {
      text.append("- ").append(line(kind, one)).append('\n');
    }
    if (gravest.size() > LINES_MAX) {
      text.append("and ").append(gravest.size() - LINES_MAX).append(" more\n");
    }
    return new Message(
        subject(kind, what, first, gravest),
        text.toString(),
        linkBase + path(kind, bundle, gravest));
  }

  private String subject(NotificationKind kind, String what, Line first, List<Told> told) {
    return switch (kind) {
      case ASSIGNED, RAISED, UNACKNOWLEDGED -> answers.subject(kind, what, told);
      case PREPARE -> "Handover at " + times.at(first.at()) + ": " + what + " to " + to(first);
      case INCOMPLETE ->
          (told.size() == 1 ? "Briefing" : "Briefings")
              + " incomplete, handover at "
              + times.at(first.at())
              + ": "
              + named(what, told);
      case INCOMING ->
          "Coming to you at " + times.at(start(first)) + ": " + what + " from " + from(first);
      case OFFERED -> "Offered to you: " + named(what, told);
      case REMINDER -> "Accept by " + times.at(deadline(told)) + ": " + named(what, told);
      case DECLINED -> first.other() + " declined " + named(what, told);
      case QUERIED -> first.other() + " asks about " + named(what, told);
      case ANSWERED -> first.other() + " answers about " + named(what, told);
      case READ_BACK -> "Read back, please: " + named(what, told);
      case ACTION_LEFT -> "Still yours: " + actions(told) + " of " + named(what, told);
      case UNACCEPTED -> "Not accepted: " + named(what, told) + " from " + from(first);
      case GAP_OPENED -> "Unattended since " + times.at(first.at()) + ": " + named(what, told);
      case GAP_CLOSED -> "Attended again: " + named(what, told);
      case COVERAGE_ALARM -> "Nobody on duty: " + what + " ahead";
      case UNREACHABLE ->
          "No working channel: "
              + (told.size() == 1 ? first.other() + ", on duty" : what)
              + " from "
              + times.at(first.at());
    };
  }

  private static String noun(NotificationKind kind) {
    return switch (kind) {
      case COVERAGE_ALARM -> "gap";
      case UNREACHABLE -> "duty";
      default -> "escalation";
    };
  }

  private String opening(NotificationKind kind, String what, List<Told> told) {
    Line first = told.getFirst().line();
    boolean one = told.size() == 1;
    return switch (kind) {
      case ASSIGNED, RAISED, UNACKNOWLEDGED -> answers.opening(kind, what, told);
      case PREPARE ->
          "%s of yours %s handed over to %s at %s. %s"
              .formatted(
                  what, one ? "is" : "are", to(first), times.in(first.at()), briefings(told));
      case INCOMPLETE ->
          "You hand %s over to %s at %s. %s"
              .formatted(what, to(first), times.in(first.at()), briefings(told));
      case INCOMING ->
          "%s hands %s over to you at %s. Please read the %s and accept by %s."
              .formatted(
                  from(first),
                  what,
                  times.in(start(first)),
                  one ? "briefing" : "briefings",
                  times.at(deadline(told)));
      case OFFERED ->
          "%s %s offered to you. Please accept or decline by %s."
              .formatted(what, one ? "is" : "are", times.in(deadline(told)));
      case REMINDER ->
          "%s still %s for your answer until %s."
              .formatted(what, one ? "waits" : "wait", times.in(deadline(told)));
      case DECLINED -> declined(what, one);
      case QUERIED, ANSWERED, READ_BACK, ACTION_LEFT -> said(kind, what, told);
      case UNACCEPTED ->
          "Nobody has accepted %s that %s hands over to %s. Please accept or assign %s."
              .formatted(what, from(first), to(first), one ? "it" : "them");
      case GAP_OPENED ->
          "%s %s accountable TAM on duty since %s."
              .formatted(what, one ? "has no" : "have no", times.in(first.at()));
      case GAP_CLOSED -> "%s %s attended again.".formatted(what, one ? "is" : "are");
      case COVERAGE_ALARM -> "Nobody will be on duty in any region in %s ahead.".formatted(what);
      case UNREACHABLE -> nothingReaches(what, first);
    };
  }

  private static String declined(String what, boolean one) {
    return ("%s you hand over %s declined."
            + " Somebody else is asked now; you stay accountable until %s accepted.")
        .formatted(what, one ? "was" : "were", one ? "it is" : "they are");
  }

  private static String nothingReaches(String what, Line first) {
    return ("Nothing reaches who has %s in %s within 24 hours."
            + " Please see that they get a channel that works.")
        .formatted(what, first.fromRegion());
  }

  private String said(NotificationKind kind, String what, List<Told> told) {
    Line first = told.getFirst().line();
    return switch (kind) {
      case QUERIED ->
          "%s you hand over %s asked about. Please answer: the handover waits for it."
              .formatted(what, told.size() == 1 ? "is" : "are");
      case READ_BACK ->
          "%s gave you %s. Please read back in your own words what you have, as with an acceptance."
              .formatted(first.other() == null ? "The lead" : first.other(), what);
      case ACTION_LEFT ->
          "%s took over and left this with you: it stays yours.".formatted(first.other());
      default ->
          "What you asked about %s is answered. Please accept or decline by %s."
              .formatted(what, times.in(deadline(told)));
    };
  }

  private String line(NotificationKind kind, Told told) {
    Line line = told.line();
    String about = line.escalation() + " " + line.severity() + title(told.title());
    return switch (kind) {
      case ASSIGNED, RAISED, UNACKNOWLEDGED -> about + answers.line(kind, told);
      case PREPARE, INCOMPLETE ->
          about
              + (line.other() == null ? "" : ", to " + line.other())
              + (line.note() == null ? "" : "; the briefing lacks " + line.note());
      case INCOMING, OFFERED, REMINDER, UNACCEPTED -> about + ", from " + line.other();
      case DECLINED -> about + ": " + (line.note() == null ? "no reason" : line.note());
      case QUERIED, ANSWERED ->
          about + ", " + line.other() + ": " + AnswerWording.oneLine(line.note());
      case READ_BACK -> about;
      case ACTION_LEFT -> about + ": " + AnswerWording.oneLine(line.note());
      case GAP_OPENED -> about + ", " + line.other() + ": " + cause(line.note());
      case GAP_CLOSED ->
          about + (line.until() == null ? "" : ", gap " + times.between(line.at(), line.until()));
      case COVERAGE_ALARM -> span(line) + ": " + cause(line.note());
      case UNREACHABLE -> span(line) + ": " + line.other();
    };
  }

  private static String actions(List<Told> told) {
    return told.size() == 1 ? "an action" : count(told.size(), "action");
  }

  private String span(Line line) {
    return times.between(line.at(), line.until() == null ? line.at() : line.until());
  }

  private static String briefings(List<Told> told) {
    boolean complete = told.stream().allMatch(one -> one.line().note() == null);
    String noun = told.size() == 1 ? "briefing" : "briefings";
    return complete
        ? "The " + noun + (told.size() == 1 ? " is complete." : " are complete.")
        : "Please complete the " + noun + " before you leave.";
  }

  private static String title(@Nullable String title) {
    return title == null ? "" : " " + AnswerWording.oneLine(title);
  }

  /** "ESC-1042" when there is one, "3 escalations" otherwise. */
  private static String named(String what, List<Told> told) {
    String only = told.size() == 1 ? told.getFirst().line().escalation() : null;
    return only == null ? what : only;
  }

  private static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : noun.replaceFirst("y$", "ie") + "s");
  }

  private static Instant deadline(List<Told> told) {
    return told.stream()
        .map(Told::line)
        .map(line -> line.until() == null ? line.at() : line.until())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant start(Line line) {
    return line.start() == null ? line.at() : line.start();
  }

  private static String from(Line line) {
    return line.fromRegion();
  }

  private static String to(Line line) {
    return line.toRegion() == null ? "the next region" : line.toRegion();
  }

  private static String cause(@Nullable String cause) {
    return switch (cause == null ? "" : cause) {
      case "COVERAGE_HOLE" -> "nobody is on duty in any region";
      case "UNACCEPTED_HANDOFF" -> "the handoff is not accepted";
      case "EMPTY_SHIFT" -> "nobody holds the shift";
      case "OFF_ROSTER" -> "left duty during the shift";
      case "HOLIDAY" -> "a holiday";
      case "CLOCK_CHANGE" -> "a clock change";
      case "NO_SHIFT" -> "no shift is planned";
      default -> "unknown";
    };
  }

  private static String path(NotificationKind kind, UUID bundle, List<Told> told) {
    return switch (kind) {
      case ASSIGNED, RAISED, UNACKNOWLEDGED ->
          told.size() == 1 ? "/escalations/" + told.getFirst().line().escalation() : "/escalations";
      case PREPARE,
          INCOMPLETE,
          INCOMING,
          OFFERED,
          REMINDER,
          DECLINED,
          QUERIED,
          ANSWERED,
          READ_BACK,
          ACTION_LEFT,
          UNACCEPTED ->
          told.size() == 1 ? "/handoffs/" + told.getFirst().about() : "/shift-changes/" + bundle;
      case GAP_OPENED, GAP_CLOSED -> "/gaps";
      case COVERAGE_ALARM -> "/coverage";
      case UNREACHABLE -> "/tams";
    };
  }
}
