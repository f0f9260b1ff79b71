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
        "Nobody will be on duty in any region in %s ahead.".formatted(what),
        item -> times.span(item.line()) + ": " + item.line().why(),
        "/coverage");
  }
}
