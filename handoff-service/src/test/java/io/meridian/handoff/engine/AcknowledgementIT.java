package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.engine.FakeHooks.Hook;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is to act on an escalation hears of it at once, and the lead when nobody answers. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AcknowledgementIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private FakeHooks hooks;

  @BeforeEach
  void everybody_can_be_reached() {
    scene = new Scene(clock, pool);
    hooks = new FakeHooks(clock);
    scene.forget("notification, notification_item, notification_attempt");
    scene.begin("09:00", reachable(CalendarText.followTheSun()));
  }

  private CalendarText reachable(CalendarText calendar) {
    for (String tam : List.of("emma", "zoe", "adam", "leo", "lena")) {
      calendar.channel(tam, "WEBHOOK", hooks.url("127.0.0.1", "/" + tam), "PT0S");
    }
    return calendar;
  }

  @AfterEach
  void end() {
    hooks.close();
    scene.close();
  }

  /** What waits for more of the same, or for another try, has waited. */
  private void soon() {
    clock.advance(Duration.ofMillis(150));
  }

  private Hook first(String path, String kind) {
    return await()
        .until(
            () -> {
              soon();
              return hooks.at(path).stream().filter(h -> h.kind().equals(kind)).toList();
            },
            found -> !found.isEmpty())
        .getFirst();
  }

  private long told(String path, String kind) {
    return hooks.at(path).stream().filter(hook -> hook.kind().equals(kind)).count();
  }

  private UUID opened(Severity severity) {
    UUID escalation = scene.open(severity, "09:00");
    await().until(() -> !scene.messages(escalation, "ASSIGNED", "emma").isEmpty());
    return escalation;
  }

  @Test
  void an_opening_is_told_to_who_is_accountable_with_the_call_that_answers() {
    UUID escalation = opened(Severity.SEV1);
    Hook hook = first("/emma", "assigned");
    String name = scene.opened(escalation).shortId();
    assertThat(hook.subject()).isEqualTo("Yours: SEV1 " + name + " Checkout down");
    assertThat(hook.json().getJsonObject("data").getString("text"))
        .contains("your lead is told at 09:10")
        .contains("POST http://localhost:8080/api/v1/escalations/" + name + "/acknowledgement");
    assertThat(hooks.at("/lena")).isEmpty();
  }

  @Test
  void what_opens_while_nobody_is_on_duty_is_told_to_the_lead_who_has_it() {
    scene.begin(
        "08:00", reachable(CalendarText.people().shift("EMEA", "10:00", "15:00", "emma", null)));
    scene.open(Severity.SEV3, "08:00");
    assertThat(first("/lena", "assigned").subject()).startsWith("Yours: SEV3");
  }

  @Test
  void who_is_made_accountable_is_told_and_who_takes_over_knows() {
    UUID escalation = opened(Severity.SEV3);
    given()
        .auth()
        .oauth2(Tokens.manager())
        .contentType(ContentType.JSON)
        .body(JsonObject.of("tam", "zoe", "reason", "knows the customer").encode())
        .post("/api/v1/accountability/" + escalation + "/reassignment")
        .then()
        .statusCode(200);
    assertThat(first("/zoe", "assigned").subject()).startsWith("Yours: SEV3");
    scene.takeOver(escalation, "emma").then().statusCode(200);
    UUID other = opened(Severity.SEV3);
    assertThat(scene.messages(other, "ASSIGNED", "emma")).hasSize(1);
    assertThat(scene.messages(escalation, "ASSIGNED", "emma")).hasSize(1);
  }

  @Test
  void what_becomes_severe_is_told_to_the_accountable_and_ten_minutes_later_to_the_lead() {
    UUID escalation = opened(Severity.SEV3);
    scene.goTo("09:30");
    scene.regrade(escalation, Severity.SEV2, 2);
    assertThat(first("/emma", "raised").subject()).startsWith("Raised: SEV2");
    scene.goTo("09:41");
    Hook lead = first("/lena", "unacknowledged");
    assertThat(lead.subject()).startsWith("Not acknowledged: SEV2");
    assertThat(lead.json().getJsonObject("data").getString("text")).contains("with Emma");
    scene.goTo("10:30");
    UUID other = opened(Severity.SEV3);
    assertThat(scene.messages(other, "UNACKNOWLEDGED", "lena")).isEmpty();
    assertThat(scene.messages(escalation, "UNACKNOWLEDGED", "lena")).hasSize(1);
  }

  @Test
  void the_lead_hears_nothing_of_what_was_acknowledged_closed_or_became_mild() {
    UUID acknowledged = opened(Severity.SEV1);
    UUID closed = opened(Severity.SEV2);
    UUID mild = opened(Severity.SEV2);
    UUID forgotten = opened(Severity.SEV1);
    scene.goTo("09:05");
    scene.acknowledge(acknowledged, "emma", 2);
    scene.close(closed, "09:05");
    scene.regrade(mild, Severity.SEV3, 2);
    scene.goTo("09:11");
    first("/lena", "unacknowledged");
    assertThat(told("/lena", "unacknowledged")).isEqualTo(1);
    assertThat(scene.messages(forgotten, "UNACKNOWLEDGED", "lena")).hasSize(1);
    for (UUID other : List.of(acknowledged, closed, mild)) {
      assertThat(scene.messages(other, "UNACKNOWLEDGED", "lena")).isEmpty();
    }
  }

  @Test
  void a_deadline_that_nobody_watched_is_made_up_once_when_somebody_leads_again() {
    UUID escalation = opened(Severity.SEV1);
    scene.depose();
    scene.jump("11:00");
    assertThat(scene.due(Scene.at("09:10"))).isEqualTo(1);
    scene.enthrone();
    scene.awaitEngine();
    Hook lead = first("/lena", "unacknowledged");
    assertThat(lead.json().getString("timestamp")).startsWith("2026-03-09T11:00");
    scene.sql(
        "insert into timer (kind, due_at) values ('ACKNOWLEDGE_BY', $1)",
        Scene.column(Scene.at("09:10")));
    scene.awaitEngine();
    assertThat(scene.messages(escalation, "UNACKNOWLEDGED", "lena")).hasSize(1);
  }

  @Test
  void what_was_heard_of_hours_late_is_told_all_the_same() {
    scene.jump("11:30");
    UUID escalation = opened(Severity.SEV3);
    first("/emma", "assigned");
    await()
        .until(() -> List.of("DELIVERED").equals(scene.messages(escalation, "ASSIGNED", "emma")));
  }

  @Test
  void a_storm_is_one_message_to_each() {
    List<UUID> storm =
        Stream.generate(() -> scene.tellOpened(Severity.SEV3, Scene.at("09:00"), null))
            .limit(50)
            .toList();
    await()
        .until(
            () ->
                scene.sql("select 1 from notification_item where kind = 'ASSIGNED'").size()
                    == storm.size());
    Hook hook = first("/emma", "assigned");
    assertThat(hook.json().getJsonObject("data").getJsonArray("items")).isNotEmpty();
    assertThat(hooks.at("/emma").size()).isLessThan(10);
  }
}
