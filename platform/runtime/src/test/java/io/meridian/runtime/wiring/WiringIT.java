package io.meridian.runtime.wiring;

import static io.meridian.runtime.Samples.customer;
import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.events.CustomerEvent;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.consumer.ConsumerProgress;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform inside Quarkus. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class WiringIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TestHTTPResource(value = "", management = true)
  URI management;

  @Inject Transactions transactions;
  @Inject Outbox outbox;
  @Inject WiredConsumer consumer;
  @Inject ConsumerProgress progress;
  @Inject DomainClock domainClock;
  @Inject Clock clock;
  @Inject MovableClock time;
  private final UUID id = UUID.randomUUID();

  @AfterEach
  void runTheClock() {
    time.run();
  }

  @Test
  void the_events_of_units_of_work_reach_a_consumer_bean() {
    transactions
        .write(unit -> outbox.append(unit, List.of(customer(id, 1), customer(id, 2))))
        .await()
        .atMost(PATIENCE);
    transactions
        .write(unit -> outbox.append(unit, List.of(customer(id, 3))))
        .await()
        .atMost(PATIENCE);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(revisions()).containsExactly(1L, 2L, 3L));
    await().atMost(PATIENCE).until(() -> progress.completeUpTo("wired").isAfter(Instant.EPOCH));
  }

  @Test
  void a_lost_race_is_run_again_from_the_start_and_at_most_three_times() {
    AtomicInteger runs = new AtomicInteger();
    String answer =
        transactions
            .write(
                unit ->
                    outbox
                        .append(unit, List.of(customer(id, 1)))
                        .map(
                            ignored -> {
                              if (runs.incrementAndGet() < 4) {
                                throw new OptimisticLockException();
                              }
                              return "won";
                            }))
            .await()
            .atMost(PATIENCE);
    assertThat(answer).isEqualTo("won");
    assertThat(runs).hasValue(4);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(revisions()).containsExactly(1L));

    runs.set(Integer.MIN_VALUE);
    var hopeless =
        transactions.<String>write(
            unit -> {
              runs.incrementAndGet();
              throw new OptimisticLockException();
            });
    assertThat(
            hopeless
                .onFailure(OptimisticLockException.class)
                .recoverWithItem("gave up")
                .await()
                .atMost(PATIENCE))
        .isEqualTo("gave up");
    assertThat(runs).hasValue(Integer.MIN_VALUE + 4);
  }

  @Test
  void the_clock_is_one_and_follows_the_test() {
    time.set(Instant.parse("2026-03-08T06:59:59.999Z"));

    assertThat(clock).isSameAs(domainClock);
    assertThat(domainClock.instant()).isEqualTo("2026-03-08T06:59:59.999Z");
  }

  @Test
  void what_is_quoted_in_the_log_ends_no_line_of_it() {
    assertThat(formatters(java.util.logging.Logger.getLogger("").getHandlers()))
        .isNotEmpty()
        .allSatisfy(
            lines ->
                assertThat(lines.format(new ExtLogRecord(Level.INFO, "a\nb", "WiringIT")).strip())
                    .hasLineCount(1)
                    .contains("a\\nb"));
  }

  private static List<Formatter> formatters(Handler... handlers) {
    return Stream.of(handlers)
        .flatMap(
            handler ->
                handler instanceof ExtHandler group && group.getHandlers().length > 0
                    ? formatters(group.getHandlers()).stream()
                    : Stream.ofNullable(handler.getFormatter()))
        .toList();
  }

  @Test
  void readiness_tells_that_the_workers_run() {
    given()
        .get(management.resolve("/q/health/ready"))
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'workers' }.data.'outbox-relay'", equalTo(true))
        .body("checks.find { it.name == 'workers' }.data.'consumer-wired'", equalTo(true));
  }

  @Test
  void metrics_show_outbox_and_consumers() {
    given()
        .get(management.resolve("/q/metrics"))
        .then()
        .statusCode(200)
        .body(containsString("meridian_outbox_backlog"))
        .body(containsString("meridian_outbox_oldest_age_seconds"))
        .body(containsString("meridian_outbox_published_total"))
        .body(containsString("meridian_consumer_lag{consumer=\"wired\"}"))
        .body(containsString("meridian_consumer_applied_total{consumer=\"wired\"}"))
        .body(containsString("meridian_consumer_duplicates_total{consumer=\"wired\"}"))
        .body(containsString("meridian_consumer_dead_letters_total{consumer=\"wired\"}"));
  }

  private List<Long> revisions() {
    return consumer.received().stream()
        .map(received -> (CustomerEvent) received.event())
        .filter(event -> event.customerId().equals(id))
        .map(CustomerEvent::sequence)
        .toList();
  }
}
