package io.meridian.handoff.notification.domain;

/** What is said to who wants to know whether a channel works. */
final class TestWords {
  private final LocalTimes times;

  TestWords(LocalTimes times) {
    this.times = times;
  }

  Draft test(Topic topic) {
    return new Draft(
        "Test: this channel works",
        "You asked Meridian to test how you are reached. Nothing is to be done.",
        item -> "by " + item.line().other() + " at " + times.in(item.line().at()),
        "/me");
  }
}
