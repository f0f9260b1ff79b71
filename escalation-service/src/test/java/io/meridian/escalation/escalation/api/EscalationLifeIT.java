package io.meridian.escalation.escalation.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class EscalationLifeIT {
  private static final String ESCALATIONS = "/api/v1/escalations";

  static RequestSpecification kai() {
    return given().auth().oauth2(Tokens.tam("tam-kai")).contentType("application/json");
  }

  private static Response open(String body) {
    return kai().body(body).post(ESCALATIONS);
  }

  private static String openSome() {
    return open("{\"title\":\"Checkout is down\",\"severity\":\"SEV2\"}").path("id");
  }

  private static String ref(String id) {
    return """
        {"title":"t","severity":"SEV3","externalRef":{"system":"zendesk","id":"%s","version":1}}
        """
        .formatted(id);
  }

  @Test
  void an_escalation_opens_with_all_that_was_told() {
    open("""
            {"title":"Checkout is down","description":"All cards","severity":"SEV1","tags":["eu"],
             "externalRef":{"system":"zendesk","id":"all","version":1,"url":"https://z.example/1"}}
            """)
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", matchesPattern(".*/api/v1/escalations/[0-9a-f-]{36}"))
        .body("shortId", matchesPattern("ESC-\\d{4,}"))
        .body("status", equalTo("OPEN"))
        .body("severity", equalTo("SEV1"))
        .body("description", equalTo("All cards"))
        .body("tags", contains("eu"))
        .body("externalRef.id", equalTo("all"))
        .body("customer", nullValue())
        .body("accountable", nullValue())
        .body("openedAt", matchesPattern("\\d{4}-.*Z"))
        .body("closedAt", nullValue())
        .body("revision", equalTo(1))
        .body("links.self", matchesPattern("/api/v1/escalations/.*"))
        .body("links.html", matchesPattern("/escalations/ESC-.*"));
  }

  @Test
  void whoever_opens_for_a_record_that_is_known_is_told_that_nothing_was_opened() {
    String id =
        open(ref("known"))
            .then()
            .statusCode(201)
            .body("$", not(hasKey("notice")))
            .extract()
            .path("id");

    open(ref("known"))
        .then()
        .statusCode(200)
        .body("notice", containsString("stands for it already"));
    kai()
        .header("If-Match", "*")
        .body("{\"status\":\"CLOSED\"}")
        .put(ESCALATIONS + "/" + id + "/status")
        .then()
        .statusCode(200);

    open(ref("known"))
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("status", equalTo("CLOSED"))
        .body("notice", containsString("was closed at"))
        .body("notice", containsString("/api/v1/escalations/" + id + "/status"));
  }

  @Test
  void a_life_is_told_on_the_timeline() {
    String id = openSome();

    kai().post(ESCALATIONS + "/" + id + "/acknowledgement").then().statusCode(200);
    kai()
        .body("{\"text\":\"Customer called\"}")
        .post(ESCALATIONS + "/" + id + "/timeline")
        .then()
        .statusCode(201)
        .body("text", equalTo("Customer called"))
        .body("revision", equalTo(3));
    put(id, "severity", "\"3\"", "{\"severity\":\"SEV1\",\"reason\":\"board\"}");
    put(id, "status", "\"4\"", "{\"status\":\"RESOLVED\",\"reason\":\"rolled back\"}");
    put(id, "status", "\"5\"", "{\"status\":\"CLOSED\"}");
    put(id, "status", "\"6\"", "{\"status\":\"OPEN\",\"reason\":\"again\"}");

    kai()
        .get(ESCALATIONS + "/" + id + "/timeline")
        .then()
        .statusCode(200)
        .body(
            "items.kind",
            contains(
                "OPENED",
                "ACKNOWLEDGED",
                "NOTED",
                "SEVERITY_CHANGED",
                "RESOLVED",
                "CLOSED",
                "REOPENED"))
        .body("items[3].from", equalTo("SEV2"))
        .body("items[3].to", equalTo("SEV1"))
        .body("items[0].by", equalTo("tam-kai"))
        .body("nextCursor", nullValue());
  }

  @Test
  void a_note_may_say_what_it_is_to_whoever_takes_over_and_what_it_settles() {
    String path = ESCALATIONS + "/" + openSome() + "/timeline";
    kai()
        .body(
            """
            {"text":"update the customer","kind":"PROMISE","due":"2026-03-09T15:30:00Z"}""")
        .post(path)
        .then()
        .statusCode(201)
        .body("details.kind", equalTo("PROMISE"));
    kai().body("{\"text\":\"told them\",\"settles\":2}").post(path).then().statusCode(201);

    kai()
        .body("{\"text\":\"x\",\"kind\":\"RISK\",\"owner\":\"kai\"}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/owner"));
    kai()
        .body("{\"text\":\"x\",\"settles\":9}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/settles"));
    kai()
        .get(path)
        .then()
        .body("items[1].details.due", equalTo("2026-03-09T15:30:00Z"))
        .body("items[2].details.settles", equalTo(2));
  }

  private static void put(String id, String what, String ifMatch, String body) {
    kai()
        .header("If-Match", ifMatch)
        .body(body)
        .put(ESCALATIONS + "/" + id + "/" + what)
        .then()
        .statusCode(200);
  }

  @Test
  void the_short_id_names_it_everywhere() {
    String id = openSome();
    String shortId = kai().get(ESCALATIONS + "/" + id).path("shortId");

    kai().get(ESCALATIONS + "/" + shortId).then().statusCode(200).body("id", equalTo(id));
    kai().post(ESCALATIONS + "/" + shortId + "/acknowledgement").then().statusCode(200);
    kai().get(ESCALATIONS + "/" + shortId + "/timeline").then().statusCode(200);
  }

  @Test
  void acknowledging_again_has_no_effect_and_by_another_is_a_conflict() {
    String path = ESCALATIONS + "/" + openSome() + "/acknowledgement";
    kai().post(path).then().statusCode(200).body("acknowledgedBy", equalTo("tam-kai"));

    kai().post(path).then().statusCode(200).body("revision", equalTo(2));
    given()
        .auth()
        .oauth2(Tokens.tam("tam-ada"))
        .contentType("application/json")
        .post(path)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:meridian:problem:already-acknowledged"));
  }

  @Test
  void a_change_needs_the_revision_it_was_made_on() {
    String path = ESCALATIONS + "/" + openSome();
    String body = "{\"severity\":\"SEV1\"}";

    kai().body(body).put(path + "/severity").then().statusCode(428);
    kai().header("If-Match", "\"7\"").body(body).put(path + "/severity").then().statusCode(412);
    kai().get(path).then().body("severity", equalTo("SEV2")).body("revision", equalTo(1));
  }

  @Test
  void a_patch_changes_what_it_names() {
    String path = ESCALATIONS + "/" + openSome();
    UUID customer = UUID.randomUUID();

    kai()
        .header("If-Match", "\"1\"")
        .body("{\"title\":\"Cards fail\",\"customerId\":\"" + customer + "\",\"tags\":[\"a\"]}")
        .patch(path)
        .then()
        .statusCode(200)
        .body("title", equalTo("Cards fail"))
        .body("customer.id", equalTo(customer.toString()))
        .body("revision", equalTo(2));
    kai()
        .header("If-Match", "\"2\"")
        .body("{\"customerId\":null}")
        .patch(path)
        .then()
        .body("customer", nullValue())
        .body("title", equalTo("Cards fail"));
    kai()
        .get(path + "/timeline")
        .then()
        .body("items[1].fields", contains("title", "customer", "tags"));
  }

  @Test
  void the_same_record_again_is_the_known_escalation() {
    String first = open(ref("again")).path("id");

    open(ref("again"))
        .then()
        .statusCode(200)
        .body("id", equalTo(first))
        .body("revision", equalTo(1));
  }

  @Test
  void fifty_at_once_for_one_record_make_one() throws Exception {
    List<Response> answers = fiftyTimes(() -> open(ref("race")));

    assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.path("id")).distinct()).hasSize(1);
  }

  @Test
  void fifty_at_once_with_one_idempotency_key_make_one() throws Exception {
    List<Response> answers =
        fiftyTimes(
            () ->
                kai()
                    .header("Idempotency-Key", "key-race")
                    .body("{\"title\":\"t\",\"severity\":\"SEV3\"}")
                    .post(ESCALATIONS));

    assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409).contains(201);
    assertThat(
            answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.path("id"))
                .distinct())
        .hasSize(1);
  }

  private static List<Response> fiftyTimes(Callable<Response> request)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Response>> running =
          IntStream.range(0, 50).mapToObj(i -> threads.submit(request)).toList();
      List<Response> answers = new ArrayList<>();
      for (Future<Response> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void an_idempotency_key_answers_what_it_answered() {
    var request =
        kai().header("Idempotency-Key", "key-1").body("{\"title\":\"t\",\"severity\":\"SEV3\"}");
    String first = request.post(ESCALATIONS).then().statusCode(201).extract().path("id");

    kai()
        .header("Idempotency-Key", "key-1")
        .body("{\"title\":\"t\",\"severity\":\"SEV3\"}")
        .post(ESCALATIONS)
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    kai()
        .header("Idempotency-Key", "key-1")
        .body("{\"title\":\"other\",\"severity\":\"SEV3\"}")
        .post(ESCALATIONS)
        .then()
        .statusCode(422);
  }

  @Test
  void what_does_not_exist_is_not_found() {
    kai().get(ESCALATIONS + "/" + UUID.randomUUID()).then().statusCode(404);
    kai().get(ESCALATIONS + "/ESC-999999").then().statusCode(404);
    kai().get(ESCALATIONS + "/nonsense").then().statusCode(404);
    kai().post(ESCALATIONS + "/ESC-999999/acknowledgement").then().statusCode(404);
  }
}
