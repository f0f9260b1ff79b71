package io.meridian.escalation.intake.api;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.Traced;
import io.meridian.events.EscalationEvent;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Published;
import io.meridian.testkit.PublishedEvents;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sender's trace goes on in the span of its request, and from there in what is published. */
@QuarkusTest
@TestProfile(Traced.class)
@WithTestResource(MeridianServers.class)
class WebhookTraceIT extends IntakeSetting {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SENDER = "00f067aa0ba902b7";

  @Inject InMemorySpanExporter spans;

  @Test
  void what_a_webhook_opens_is_published_in_the_span_of_its_request() {
    Webhook desk = Webhook.admitted("generic");

    String id =
        desk.signed(generic("traced", 1, ""), NOW)
            .header("traceparent", "00-" + TRACE + "-" + SENDER + "-01")
            .post(desk.path())
            .path("escalationId");

    await().until(() -> request().isPresent());
    SpanData request = request().orElseThrow();
    assertThat(request.getParentSpanId()).isEqualTo(SENDER);
    assertThat(request.getName()).startsWith("POST /api/v1/intake/generic/");
    assertThat(traceparentOf(id)).isEqualTo("00-" + TRACE + "-" + request.getSpanId() + "-01");
  }

  private Optional<SpanData> request() {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getTraceId().equals(TRACE) && span.getKind() == SpanKind.SERVER)
        .findFirst();
  }

  private static String traceparentOf(String id) {
    try (var log = new PublishedEvents()) {
      log.await(EscalationEvent.Opened.class, id);
      return log.all().stream()
          .filter(one -> one.key().equals(id))
          .map(Published::headers)
          .findFirst()
          .orElseThrow()
          .get("traceparent");
    }
  }
}
