package io.meridian.escalation.intake.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Incidents of ServiceNow. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ServiceNowIT extends IntakeSetting {

  @Test
  void an_incident_first_seen_late_opens_and_its_past_is_stale() {
    Webhook now = Webhook.admitted("servicenow");

    String id =
        outcome(now.send(incident("a", 3, "2", "1"), NOW), 201, "CREATED")
            .extract()
            .path("escalationId");
    outcome(now.send(incident("a", 0, "1", "3"), NOW), 200, "STALE");

    read(id)
        .body("severity", equalTo("SEV1"))
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("title", equalTo("DNS down"))
        .body("openedAt", equalTo("2026-03-08T07:00:00Z"));
  }

  @Test
  void an_incident_goes_through_its_life() {
    Webhook now = Webhook.admitted("servicenow");
    String group = ",\"assignment_group\":{\"value\":\"70\",\"display_value\":\"Network\"}";

    String id = now.send(incident("b", 0, "1", "3"), NOW).path("escalationId");
    now.send(incident("b", 1, "2", "2", group), NOW);
    now.send(incident("b", 2, "2", "2", group), NOW);
    now.send(incident("b", 3, "6", "2", group), NOW);
    now.send(incident("b", 4, "2", "2", group), NOW);
    now.send(incident("b", 5, "8", "2", group), NOW);

    read(id).body("status", equalTo("CLOSED")).body("severity", equalTo("SEV2"));
    timeline(id)
        .body(
            "items.kind",
            contains(
                "OPENED",
                "ACKNOWLEDGED",
                "SEVERITY_CHANGED",
                "SERVICE_HOURS_CHANGED",
                "NOTED",
                "RESOLVED",
                "REOPENED",
                "ACKNOWLEDGED",
                "CLOSED"))
        .body("items[4].text", equalTo("assignment_group: none → Network"));
  }

  @Test
  void impact_and_urgency_stand_in_for_a_missing_priority() {
    String body =
        "{\"sys_id\":\"c\",\"state\":\"1\",\"impact\":\"1\",\"urgency\":\"2\",\"sys_mod_count\":0}";

    String id = Webhook.admitted("servicenow").send(body, NOW).path("escalationId");

    read(id).body("severity", equalTo("SEV2")).body("title", equalTo("Incident c"));
  }
}
