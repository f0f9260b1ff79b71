package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.ShiftChangeEvent;
import io.meridian.events.WatchEvent;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What crews watch though no case is open, and what they say to each other at a shift change. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class WatchIT {
  private static final String ITEMS = "/api/v1/watch-items";

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private UUID customer;

  @BeforeEach
  void follow_the_sun() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
    customer = scene.customer("EMEA", "emma");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static JsonObject wish(UUID customer, Instant from, Instant until) {
    return JsonObject.of(
        "customerId",
        customer.toString(),
        "what",
        "Database migration",
        "whatIf",
        "Call Helena and open a SEV1",
        "from",
        from.toString(),
        "until",
        until.toString());
  }

  private Response add(String tam, String from, String until) {
    return scene.postTo(tam, ITEMS, wish(customer, at(from), at(until)));
  }

  private String watched(String from, String until) {
    return add("emma", from, until).then().statusCode(201).extract().path("id");
  }

  private Response confirm(String item, String tam) {
    return scene.postTo(tam, ITEMS + "/" + item + "/confirmation", new JsonObject());
  }

  private JsonPath item(String id) {
    return scene.get(ITEMS + "/" + id);
  }

  private static JsonPath shift(String tam) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.tam(tam))
        .get("/api/v1/my/shift")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private boolean isTold(String kind, String recipient, String about) {
    String sql =
        "select 1 from notification_item where kind = $1 and recipient = $2 and about = $3";
    return scene.sql(sql, kind, recipient, UUID.fromString(about)).size() > 0;
  }

  private void awaitTold(String kind, String recipient, String about) {
    await().until(() -> isTold(kind, recipient, about));
  }

  @Test
  void every_crew_is_told_and_one_of_it_confirms_though_no_case_is_open() {
    String id = watched("16:00", "+02:00");
    assertThat(item(id).getList("handovers")).isEmpty();
    scene.goTo("14:30");

    assertThat(item(id).getList("handovers.crew[0].id")).isEqualTo(List.of("zoe", "adam"));
    assertThat(item(id).getString("handovers[0].confirmBy")).isEqualTo(at("15:15").toString());
    awaitTold("INCOMING", "zoe", id);
    awaitTold("INCOMING", "adam", id);
    assertThat(shift("zoe").getList("watch.toConfirm")).isEqualTo(List.of(true));
    assertThat(shift("zoe").getString("watch[0].item.customer")).isEqualTo("Acme");

    confirm(id, "kai").then().statusCode(403);
    confirm(id, "zoe").then().statusCode(200);
    confirm(id, "adam").then().statusCode(200);
    assertThat(item(id).getString("handovers[0].confirmedBy.id")).isEqualTo("zoe");
    assertThat(shift("adam").getList("watch.toConfirm")).isEqualTo(List.of(false));
    scene.goTo("15:16");
    assertThat(scene.kafka().of(WatchEvent.Unconfirmed.class).stream().filter(e -> is(e, id)))
        .isEmpty();

    scene.goTo("22:30");
    assertThat(item(id).getList("handovers.toRegion")).isEqualTo(List.of("AMER", "APAC"));
    scene.goTo("+06:30");
    assertThat(item(id).getList("handovers")).as("it was over before EMEA came").hasSize(2);
    assertThat(item(id).getBoolean("alive")).isFalse();
    assertThat(scene.get(ITEMS).getList("items.id")).doesNotContain(id);
    assertThat(scene.get(ITEMS + "?all=true&customerId=" + customer).getList("items.id"))
        .isEqualTo(List.of(id));
  }

  private static boolean is(WatchEvent event, String item) {
    return event.items().stream().anyMatch(one -> one.id().toString().equals(item));
  }

  @Test
  void the_lead_is_told_when_nobody_of_the_crew_confirms_in_time_and_may_in_their_place() {
    String id = watched("09:00", "20:00");
    scene.goTo("14:30");
    scene.goTo("15:15");

    WatchEvent.Unconfirmed told =
        scene.kafka().await(WatchEvent.Unconfirmed.class, 1, event -> is(event, id)).getFirst();
    assertThat(told.handover().lead().id()).isEqualTo("leo");
    awaitTold("WATCH_UNCONFIRMED", "leo", id);
    confirm(id, "leo").then().statusCode(200);
    assertThat(item(id).getString("handovers[0].confirmedBy.id")).isEqualTo("leo");
  }

  @Test
  void whoever_is_on_duty_is_told_at_once_and_so_is_a_crew_that_is_about_to_come() {
    scene.goTo("14:40");
    String id = watched("14:40", "20:00");
    awaitTold("WATCH", "noah", id);
    awaitTold("INCOMING", "zoe", id);
    assertThat(isTold("WATCH", "emma", id)).isFalse();
    assertThat(item(id).getList("handovers.toRegion")).isEqualTo(List.of("AMER"));
  }

  @Test
  void what_is_withdrawn_is_handed_on_no_more() {
    String id = watched("16:00", "20:00");
    delete(id, "kai").then().statusCode(403);
    delete(id, "noah").then().statusCode(204);
    delete(id, "noah").then().statusCode(204);
    assertThat(item(id).getString("state")).isEqualTo("WITHDRAWN");
    assertThat(item(id).getString("endedBy.id")).isEqualTo("noah");
    confirm(id, "emma").then().statusCode(409);
    scene.goTo("14:30");
    assertThat(item(id).getList("handovers")).isEmpty();
  }

  private static Response delete(String item, String tam) {
    return RestAssured.given().auth().oauth2(Tokens.tam(tam)).delete(ITEMS + "/" + item);
  }

  @Test
  void one_act_makes_an_escalation_of_it_once() {
    String id = watched("09:00", "20:00");
    JsonObject grave = JsonObject.of("severity", "SEV1");
    String path = ITEMS + "/" + id + "/escalation";
    scene.postTo("noah", path, grave).then().statusCode(200);
    scene.postTo("emma", path, grave).then().statusCode(200);

    WatchEvent.Escalated told = scene.kafka().await(WatchEvent.Escalated.class, id);
    assertThat(told.items().getFirst().severity()).isEqualTo(Severity.SEV1);
    assertThat(told.items().getFirst().endedBy()).extracting("id").isEqualTo("noah");
    assertThat(item(id).getString("state")).isEqualTo("ESCALATED");
    assertThat(item(id).getString("escalation.escalation")).isNull();

    scene.kafka().publish(opened(id));
    await().until(() -> "ESC-77".equals(item(id).getString("escalation.escalation")));
    assertThat(scene.kafka().of(WatchEvent.Escalated.class).stream().filter(e -> is(e, id)))
        .hasSize(1);
    delete(id, "emma").then().statusCode(409);
  }

  private EscalationEvent.Opened opened(String item) {
    EscalationState state =
        new EscalationState(
            UUID.randomUUID(),
            "ESC-77",
            "Database migration",
            null,
            Severity.SEV1,
            EscalationStatus.OPEN,
            customer,
            List.of(),
            new ExternalRef("meridian:watch", item, null, null),
            ServiceHours.FOLLOW_THE_SUN,
            null,
            clock.instant(),
            null,
            null,
            null,
            1,
            clock.instant());
    return new EscalationEvent.Opened("noah", state);
  }

  @Test
  void what_cannot_be_meant_is_refused_and_a_key_makes_one() {
    add("emma", "20:00", "20:00").then().statusCode(400);
    add("emma", "07:00", "08:00").then().statusCode(400);
    scene
        .postTo("emma", ITEMS, wish(customer, at("09:00"), Instant.parse("2027-01-01T00:00:00Z")))
        .then()
        .statusCode(400);
    scene
        .postTo("emma", ITEMS, wish(UUID.randomUUID(), at("09:00"), at("20:00")))
        .then()
        .statusCode(422);
    add("stranger", "09:00", "20:00").then().statusCode(403);
    assertThat(keyed()).isEqualTo(keyed());
  }

  private String keyed() {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.manager())
        .header("Idempotency-Key", "watch-" + customer)
        .contentType(ContentType.JSON)
        .body(wish(customer, at("09:00"), at("20:00")).encode())
        .post(ITEMS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void the_outgoing_crew_leaves_a_note_that_the_incoming_one_is_told() {
    String change = shift("emma").getString("after.shiftChangeId");
    note(change, "zoe", "\"0\"", "me?").then().statusCode(403);
    note(change, "emma", null, "quiet").then().statusCode(428);
    note(UUID.randomUUID().toString(), "emma", "\"0\"", "quiet").then().statusCode(404);
    note(change, "emma", "\"0\"", "Quiet day.").then().statusCode(200).header("ETag", "\"1\"");
    note(change, "noah", "\"0\"", "Loud day.").then().statusCode(412);
    note(change, "noah", "\"1\"", "Acme asks for a call.").then().statusCode(200);

    assertThat(scene.get("/api/v1/shift-changes/" + change + "/note").getString("by.id"))
        .isEqualTo("noah");
    assertThat(shift("zoe").getList("notes.text")).isEqualTo(List.of("Acme asks for a call."));
    assertThat(scene.kafka().await(ShiftChangeEvent.Noted.class, change).note().crew())
        .extracting("id")
        .containsExactly("zoe", "adam");
    awaitTold("INCOMING", "zoe", change);
  }

  private static Response note(String change, String tam, String ifMatch, String text) {
    var request =
        RestAssured.given()
            .auth()
            .oauth2(Tokens.tam(tam))
            .contentType(ContentType.JSON)
            .body(JsonObject.of("text", text).encode());
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put("/api/v1/shift-changes/" + change + "/note");
  }
}
