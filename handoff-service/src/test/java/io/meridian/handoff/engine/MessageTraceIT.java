package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.Traced;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trace in which an escalation was opened goes on up to the message about it. */
@QuarkusTest
@TestProfile(Traced.class)
@WithTestResource(MeridianServers.class)
class MessageTraceIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String WEBHOOK = "00f067aa0ba902b7";

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject InMemorySpanExporter spans;
  private Scene scene;
  private FakeHooks hooks;

  @BeforeEach
  void begin() {
    scene = new Scene(clock, pool);
    hooks = new FakeHooks(clock);
    scene.forget("notification, notification_item, notification_attempt");
    scene.begin(
        "09:00",
        CalendarText.followTheSun()
            .channel("emma", "WEBHOOK", hooks.url("127.0.0.1", "/emma"), "PT0S")
            .channel("emma", "TEAMS", hooks.url("localhost", "/emma-later"), "PT0S"));
  }

  @AfterEach
  void end() {
    hooks.close();
    scene.close();
  }

  @Test
  void a_message_lies_in_the_trace_of_the_webhook_that_caused_it() {
    scene.kafka().within("00-" + TRACE + "-" + WEBHOOK + "-01");

    scene.open(Severity.SEV2, "09:00");
    hooks.await("/emma", 1);

    await().until(() -> find(span -> span.getName().equals("message ASSIGNED")).isPresent());
    SpanData message = find(span -> span.getName().equals("message ASSIGNED")).orElseThrow();
    assertThat(wayTo(message))
        .containsExactly(
            "process meridian.escalations", "process meridian.handoffs", "message ASSIGNED");
  }

  /** What led to the span, from what the webhook's own span caused directly. */
  private List<String> wayTo(SpanData span) {
    List<String> way = new ArrayList<>(List.of(span.getName()));
    SpanData at = span;
    while (!at.getParentSpanId().equals(WEBHOOK)) {
      String parent = at.getParentSpanId();
      await().until(() -> find(one -> one.getSpanId().equals(parent)).isPresent());
      at = find(one -> one.getSpanId().equals(parent)).orElseThrow();
      way.addFirst(at.getName());
    }
    return way;
  }

  private Optional<SpanData> find(Predicate<SpanData> what) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getTraceId().equals(TRACE))
        .filter(what)
        .findFirst();
  }
}
