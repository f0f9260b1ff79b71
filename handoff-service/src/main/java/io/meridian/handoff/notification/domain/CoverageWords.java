package io.meridian.handoff.notification.domain;

/** What is said of hours in which nobody will be on duty. */
final class CoverageWords {
  private final LocalTimes times;

  CoverageWords(LocalTimes times) {
    this.times = times;
  }

  Draft alarm(Topic topic) {
    String what = topic.count("gap");
    return new Draft(
        "Nobody on duty: " + what + " ahead",
        "Nobody will be on duty in any region in %s ahead.%s".formatted(what, agreed(topic)),
        item -> times.span(item.line()) + ": " + item.line().why(),
        "/coverage");
  }

  /** What else there is that alarms nobody. */
  private static String agreed(Topic topic) {
    long agreed =
        topic.all().stream()
            .map(item -> item.line().absence())
            .mapToLong(why -> why instanceof Absence.Hole hole ? hole.agreedBeside() : 0)
            .max()
            .orElse(0);
    return switch ((int) Math.min(agreed, 2)) {
      case 0 -> "";
      case 1 -> " 1 more is agreed to.";
      default -> " " + agreed + " more are agreed to.";
    };
  }
}
