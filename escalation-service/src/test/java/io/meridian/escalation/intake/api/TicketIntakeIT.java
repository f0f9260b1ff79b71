package io.meridian.escalation.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.EscalationEvent;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A ticket told in our words: what its messages do to its escalation. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class TicketIntakeIT extends IntakeSetting {

  private static String unversioned(String rest) {
    return "{\"externalId\":\"8\",\"title\":\"t\",\"severity\":\"SEV2\"" + rest + "}";
  }

  @Test
  void a_ticket_opens_once_and_follows_its_newest_message() {
    Webhook desk = Webhook.admitted("generic");

    String id =
        outcome(desk.deliver("msg_1", generic("1", 1, ""), NOW), 201, "CREATED")
            .extract()
            .path("escalationId");
    outcome(desk.deliver("msg_1", generic("1", 1, ""), NOW), 200, "DUPLICATE")
        .body("escalationId", equalTo(id));
    outcome(desk.send(generic("1", 3, ",\"status\":\"RESOLVED\""), NOW), 200, "UPDATED");
    outcome(desk.send(generic("1", 2, ",\"status\":\"CLOSED\""), NOW), 200, "STALE");

    read(id)
        .body("status", equalTo("RESOLVED"))
        .body("externalRef.system", equalTo("generic:" + desk.id()))
        .body("externalRef.version", equalTo(3))
        .body("revision", equalTo(2));
    timeline(id)
        .body("items.kind", contains("OPENED", "RESOLVED"))
        .body("items[1].by", equalTo("helpdesk"));
  }

  @Test
  void the_same_ticket_number_of_two_senders_is_two_escalations() {
    String first = Webhook.admitted("generic").send(generic("7", 1, ""), NOW).path("escalationId");

    outcome(Webhook.admitted("generic").send(generic("7", 1, ""), NOW), 201, "CREATED")
        .body("escalationId", not(first));
  }

  @Test
  void without_a_version_the_time_at_the_sender_orders_messages() {
    Webhook desk = Webhook.admitted("generic");
    String later = unversioned(",\"occurredAt\":\"2026-03-08T06:59:00.000002Z\"");
    String earlier = unversioned(",\"occurredAt\":\"2026-03-08T06:59:00.000001Z\"");

    outcome(desk.deliver("msg_2", later, NOW), 201, "CREATED");
    outcome(desk.deliver("msg_1", earlier, NOW), 200, "STALE");
    outcome(desk.deliver("msg_2", later, NOW), 200, "DUPLICATE");
  }

  @Test
  void of_two_changes_in_one_instant_both_count() {
    Webhook desk = Webhook.admitted("generic");
    String at = ",\"occurredAt\":\"2026-03-08T06:59:00Z\"";
    String raised = unversioned(at).replace("SEV2", "SEV1");

    String id = desk.deliver("msg_1", unversioned(at), NOW).path("escalationId");
    outcome(desk.deliver("msg_2", raised, NOW), 200, "UPDATED");
    outcome(desk.deliver("msg_2", raised, NOW), 200, "DUPLICATE");

    read(id).body("severity", equalTo("SEV1")).body("externalRef.version", nullValue());
  }

  @Test
  void an_order_that_cannot_be_compared_or_lies_ahead_is_refused_by_name() {
    Webhook desk = Webhook.admitted("generic");

    desk.send(unversioned(",\"version\":1"), NOW).then().statusCode(201);
    desk.send(unversioned(",\"occurredAt\":\"2026-03-08T06:59:00Z\""), NOW)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:meridian:problem:other-scale"))
        .body("detail", containsString("ordered by a counter"));
    desk.send(unversioned(",\"occurredAt\":\"2026-03-08T07:05:01Z\""), NOW)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/occurredAt"))
        .body("errors.code", contains("too-far-ahead"));
    outcome(desk.send(unversioned(",\"version\":2"), NOW), 200, "UPDATED");
  }

  @Test
  void what_is_not_told_stays_as_it_was() {
    Webhook desk = Webhook.admitted("generic");
    String full = ",\"description\":\"since 06:40\",\"status\":\"RESOLVED\"";

    String id = desk.send(generic("p", 1, full), NOW).path("escalationId");
    outcome(desk.send(generic("p", 2, ""), NOW), 200, "UPDATED");

    read(id).body("status", equalTo("RESOLVED")).body("description", equalTo("since 06:40"));
  }

  @Test
  void each_fact_of_a_batch_carries_the_trace_of_its_own_request() {
    Webhook desk = Webhook.admitted("generic");
    Map<String, String> traces = new ConcurrentHashMap<>();

    IntStream.range(0, 32)
        .parallel()
        .forEach(
            i -> {
              String trace = UUID.randomUUID().toString().replace("-", "");
              String id =
                  desk.signed(generic("traced-" + i, 1, ""), NOW)
                      .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                      .post(desk.path())
                      .path("escalationId");
              traces.put(id, trace);
            });

    try (var log = new PublishedEvents()) {
      log.await(
          EscalationEvent.Opened.class, traces.size(), event -> traces.containsKey(event.key()));
      assertThat(log.all())
          .filteredOn(one -> traces.containsKey(one.key()))
          .hasSize(32)
          .allMatch(
              one -> one.headers().get("traceparent").startsWith("00-" + traces.get(one.key())));
    }
  }
}
