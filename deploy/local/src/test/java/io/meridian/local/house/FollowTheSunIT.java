package io.meridian.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.events.RestCause;
import io.meridian.testkit.history.CompletenessCheck;
import io.meridian.testkit.history.EventLog;
import io.meridian.testkit.history.HistoryChecker;
import io.meridian.testkit.history.HistoryChecks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Two days of follow-the-sun over the clock change of 2026-03-08 on the real house at speed: every
 * process, PostgreSQL and Kafka included, is the one that users start. Some escalations travel,
 * some live at home and rest there. What came of it is compared with a recomputation from the Kafka
 * log.
 */
class FollowTheSunIT {

  private static final Instant FROM = Instant.parse("2026-03-07T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-03-09T00:00:00Z");
  private static final int ESCALATIONS = 240;
  private static final double SPEED = Double.parseDouble(System.getProperty("house.speed", "1200"));

  @Test
  void two_days_of_follow_the_sun_lose_nothing() throws Exception {
    try (Stack stack = StackUnderTest.start(FROM, SPEED)) {
      play(stack, 1);
      assertThatTheHouseKeptItsPromises(stack);
    }
  }

  @Test
  void services_killed_at_random_and_every_event_twice_change_nothing() throws Exception {
    try (Stack stack = StackUnderTest.start(FROM, SPEED)) {
      Nemesis nemesis = new Nemesis(stack, 2);
      EventDoubler doubler = new EventDoubler(stack.broker());
      try (ExecutorService faults = Executors.newFixedThreadPool(2)) {
        Future<?> copying = faults.submit(doubler);
        Future<?> killing = faults.submit(nemesis);
        try {
          play(stack, 2);
          nemesis.stop();
          killing.get();
          stack.awaitQuiet();
          SimulatedTams.pause(2_000);
        } finally {
          nemesis.stop();
          doubler.stop();
        }
        copying.get();
      }
      stack.awaitQuiet();
      System.out.printf("killed %d times, doubled %d events%n", nemesis.kills(), doubler.copies());
      // How often depends on how fast services start here; it is printed above.
      assertThat(nemesis.kills()).isGreaterThan(1);
      assertThat(doubler.copies()).isGreaterThan(ESCALATIONS);
      assertThatTheHouseKeptItsPromises(stack);
    }
  }

  /** Two days pass; at the end everything is closed and every event has arrived. */
  private static void play(Stack stack, long seed) throws Exception {
    SimulatedTams tams = new SimulatedTams(stack, stack.tams(), seed);
    Customers customers = new Customers(stack, ESCALATIONS, seed);
    try (ExecutorService people = Executors.newFixedThreadPool(1)) {
      Future<?> answering = people.submit(tams);
      try {
        customers.play(UNTIL);
        customers.closeAll();
      } finally {
        tams.stop();
      }
      answering.get();
    }
    stack.awaitQuiet();
    assertThat(customers.created()).hasSize(ESCALATIONS).doesNotHaveDuplicates();
    System.out.printf("acceptances by the status of their answer: %s%n", tams.acceptances());
  }

  private static void assertThatTheHouseKeptItsPromises(Stack stack) {
    EventLog log = HouseLog.read(stack.broker()).history();
    HistoryChecks checks = new HistoryChecks(log, stack.now());
    assertThat(HistoryChecker.check(log, stack.now(), UNTIL)).as("I2 to I7").isEmpty();

    // How many depends on how fast the machine is, at this speed; that people took over, does not.
    assertThat(checks.accepted()).as("were taken over").hasSizeGreaterThan(ESCALATIONS / 12);
    assertThat(checks.rests().complete()).as("every rest was told").isEmpty();
    BothKinds kinds = new BothKinds(log, checks);
    CompletenessCheck completeness = new CompletenessCheck(log, checks.latestHandoffs());
    assertThat(completeness.crossings(kinds.travellers(), UNTIL))
        .as("what travels crossed shift changes, each with a handoff")
        .isGreaterThan(ESCALATIONS / 3);

    Api manager = new Api(stack.url(), stack.token("manager", "manager-mia"));
    Instant from = FROM.minus(Duration.ofDays(2));
    var metrics = ServedGaps.ofMetrics(manager, from, stack.now());
    assertThat(checks.differences("gaps of metrics-service", metrics)).isEmpty();
    assertThat(ledgerViolations(manager, checks, kinds)).isEmpty();
    assertThatHomesWereKept(manager, kinds);
    assertThat(BothKinds.spentByMetrics(manager, from, stack.now()))
        .as("how open time was spent, by metrics-service")
        .isEqualTo(kinds.spent());
    assertThat(checks.gaps().values()).as("some gaps happened").anyMatch(gaps -> !gaps.isEmpty());
    assertThat(stack.deadLetters()).as("dead letters").isZero();
  }

  /**
   * What lives at home rests, is attended by the same TAM in the morning, and is offered to nobody.
   */
  private static void assertThatHomesWereKept(Api manager, BothKinds kinds) {
    assertThat(kinds.atHome()).as("lived at home").hasSizeGreaterThan(ESCALATIONS / 5);
    assertThat(kinds.movedFromHome()).as("left their TAM").isEmpty();
    assertThat(kinds.causes()).containsExactlyInAnyOrder(RestCause.values());
    assertThat(kinds.nights())
        .as("nights at home, then attended")
        .hasSizeGreaterThan(ESCALATIONS / 20)
        .allMatch(
            night -> night.isAttendedThen(manager.get("/accountability/" + night.id()).body()));
  }

  /**
   * Each escalation's accountability answer: partition, conservation to the millisecond, gaps and
   * rests as recomputed.
   */
  private static List<String> ledgerViolations(Api manager, HistoryChecks checks, BothKinds kinds) {
    List<String> violations = new ArrayList<>();
    for (UUID id : checks.ledgers().keySet()) {
      JsonNode answer = manager.get("/accountability/" + id).body();
      long lifetime =
          ServedGaps.instant(answer, "closed").toEpochMilli()
              - ServedGaps.instant(answer, "opened").toEpochMilli();
      long attended = ServedGaps.millis(answer.path("attended"));
      long gap = ServedGaps.millis(answer.path("gaps"));
      long resting = ServedGaps.millis(answer.path("resting"));
      if (attended + gap + resting != lifetime) {
        violations.add(
            "%s: attended %d + gap %d + resting %d ≠ open %d ms"
                .formatted(id, attended, gap, resting, lifetime));
      }
      if (ServedGaps.millis(answer.path("intervals")) != lifetime) {
        violations.add(id + ": the intervals do not cover its life: " + answer.path("intervals"));
      }
      if (!ServedGaps.ofLedger(answer).equals(checks.gaps().get(id))) {
        violations.add(
            "%s: ledger gaps %s, recomputed %s"
                .formatted(id, answer.path("gaps"), checks.gaps().get(id)));
      }
      if (!ServedGaps.restsOfLedger(answer).equals(kinds.rests().get(id))) {
        violations.add(
            "%s: ledger rests %s, recomputed %s"
                .formatted(id, answer.path("resting"), kinds.rests().get(id)));
      }
    }
    return violations;
  }
}
