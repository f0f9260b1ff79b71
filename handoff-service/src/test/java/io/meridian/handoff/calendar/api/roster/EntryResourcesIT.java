package io.meridian.handoff.calendar.api.roster;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class EntryResourcesIT {

  private static final String LEAVE =
      """
      {"id":"l1","tam":"tam-eva","start":"2026-06-10T00:00:00Z","end":"2026-06-11T00:00:00Z"}""";

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    apply(followTheSun());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tams|zed|{'id':'zed','name':'Zed','region':'EMEA'}|{'name':'Zoe'}",
        "rotations|r2|{'id':'r2','region':'EMEA','tier':'SHADOW','participants':['tam-eva'],"
            + "'period':'DAILY','anchor':'2026-01-01T00:00'}|{'every':2}",
        "shift-patterns|p2|{'id':'p2','region':'EMEA','days':['SAT'],'start':'10:00','end':'11:00',"
            + "'effectiveFrom':'2026-01-01','rotations':['emea-primary']}|{'days':['SUN']}",
        "overrides|o1|{'id':'o1','add':'tam-eva','start':'2026-06-12T00:00:00Z',"
            + "'end':'2026-06-12T01:00:00Z'}|{'reason':'busy'}",
        "leaves|l1|{'id':'l1','tam':'tam-eva','start':'2026-06-10T00:00:00Z',"
            + "'end':'2026-06-11T00:00:00Z'}|{'end':'2026-06-12T00:00:00Z'}"
      })
  void an_entry_is_made_read_sent_back_changed_and_taken_away(
      String list, String id, String entry, String patch) {
    String path = "/api/v1/" + list + "/" + id;
    manager()
        .contentType("application/json")
        .body(entry.replace('\'', '"'))
        .post("/api/v1/" + list)
        .then()
        .statusCode(201)
        .header("Location", endsWith(path))
        .body("id", equalTo(id))
        .body("links.self", equalTo(path));
    Response read = manager().get(path);
    tam().get("/api/v1/" + list).then().statusCode(200).body("items.id", hasItem(id));
    Response same = json(read.header("ETag")).body(read.asString()).put(path);
    assertThat(same.statusCode()).as(same.asString()).isEqualTo(200);
    assertThat(same.header("ETag")).isEqualTo(read.header("ETag"));
    String changed =
        json(read.header("ETag"))
            .contentType("application/merge-patch+json")
            .body(patch.replace('\'', '"'))
            .patch(path)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    assertThat(changed).isNotEqualTo(read.header("ETag"));
    json(changed).delete(path).then().statusCode(204);
    tam().get(path).then().statusCode(404);
    // the first, made, changed and taken away: what was sent back as it was read changed nothing
    tam().get(CALENDAR).then().header("ETag", "\"4\"");
  }

  @Test
  void a_region_is_made_with_its_lead() {
    post("tams", "{\"id\":\"ana\",\"name\":\"Ana\",\"region\":\"AMER\"}").then().statusCode(201);
    post(
            "regions",
            "{\"code\":\"LATAM\",\"name\":\"South\",\"zone\":\"America/Sao_Paulo\",\"lead\":\"ana\"}")
        .then()
        .statusCode(201)
        .body("lead.name", equalTo("Ana"));
    tam().get("/api/v1/tams/ana").then().body("region", equalTo("LATAM"));
    Response read = tam().get("/api/v1/regions/LATAM");
    json(read.header("ETag"))
        .body(read.asString())
        .put("/api/v1/regions/LATAM")
        .then()
        .statusCode(200);
    manager().delete("/api/v1/regions/LATAM").then().statusCode(409);
  }

  @Test
  void a_tam_of_another_region_keeps_what_they_have_open_and_the_answer_leads_to_it() {
    post("tams", "{\"id\":\"ana\",\"name\":\"Ana\",\"region\":\"AMER\"}").then().statusCode(201);
    String etag = tam().get("/api/v1/tams/ana").header("ETag");
    String link = json(etag).body("{\"region\":\"EMEA\"}").patch("/api/v1/tams/ana").header("Link");
    assertThat(link).endsWith("; rel=\"accountability\"");
    manager()
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void a_leave_is_in_force_at_once() {
    post("leaves", LEAVE).then().statusCode(201);
    shifts("2026-06-10T07:00:00Z", "2026-06-10T09:00:00Z", "history")
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-tom"));
  }

  @Test
  void of_two_managers_who_change_one_entry_one_wins_and_the_other_sees_what_it_is_now()
      throws Exception {
    post("leaves", LEAVE).then().statusCode(201);
    String etag = tam().get("/api/v1/leaves/l1").header("ETag");
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Callable<Response> attempt =
          () ->
              json(etag)
                  .body(
                      "{\"end\":\"2026-06-1"
                          + (3 + Thread.currentThread().threadId() % 5)
                          + "T00:00:00Z\"}")
                  .patch("/api/v1/leaves/l1");
      List<Response> answers =
          both.invokeAll(List.of(attempt, attempt)).stream().map(Future::resultNow).toList();
      assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
      Response won = answers.stream().filter(a -> a.statusCode() == 200).findFirst().orElseThrow();
      Response lost = answers.stream().filter(a -> a.statusCode() == 412).findFirst().orElseThrow();
      assertThat(lost.header("ETag")).isEqualTo(won.header("ETag"));
      assertThat(lost.jsonPath().getString("current.end"))
          .isEqualTo(won.jsonPath().getString("end"));
    }
  }

  @Test
  void changes_of_different_entries_do_not_disturb_each_other() {
    String kai = tam().get("/api/v1/tams/tam-kai").header("ETag");
    String eva = tam().get("/api/v1/tams/tam-eva").header("ETag");
    json(kai).body("{\"name\":\"Kay\"}").patch("/api/v1/tams/tam-kai").then().statusCode(200);
    json(eva).body("{\"name\":\"Eve\"}").patch("/api/v1/tams/tam-eva").then().statusCode(200);
    json(kai).body("{\"name\":\"Kim\"}").patch("/api/v1/tams/tam-kai").then().statusCode(412);
    manager()
        .contentType("application/json")
        .body("{\"name\":\"Kim\"}")
        .patch("/api/v1/tams/tam-kai")
        .then()
        .statusCode(428);
  }

  @Test
  void refusals_point_into_the_entry_or_name_the_place_elsewhere() {
    post("leaves", LEAVE.replace("2026-06-11", "2026-06-09"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/end"));
    post("rotations", "{\"id\":\"x\",\"region\":\"EMEA\",\"participants\":[]}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/participants"));
    manager()
        .delete("/api/v1/rotations/emea-primary")
        .then()
        .statusCode(409)
        .body("type", endsWith("in-use"))
        .body("errors[0].pointer", containsString("calendar:/shiftPatterns/"));
    post("leaves", "{\"tam\":\"tam-eva\",\"colour\":\"red\"}")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/colour"));
    post("leaves", LEAVE).then().statusCode(201);
    post("leaves", LEAVE).then().statusCode(409).body("type", endsWith("already-exists"));
    json("*").body("{\"id\":\"l2\"}").patch("/api/v1/leaves/l1").then().statusCode(400);
    json("*").body("[]").put("/api/v1/leaves/l1").then().statusCode(400);
    tam().get(CALENDAR).then().header("ETag", "\"2\"").body("leaves", hasSize(1));
  }

  @Test
  void a_dry_run_shows_what_a_change_would_do() {
    manager()
        .contentType("application/json")
        .queryParam("dryRun", true)
        .body(LEAVE)
        .post("/api/v1/leaves")
        .then()
        .statusCode(200)
        .body("shifts.counts.reassigned", equalTo(1));
    manager()
        .queryParam("dryRun", true)
        .delete("/api/v1/shift-patterns/emea-day")
        .then()
        .statusCode(200)
        .body("gaps.created[0].cause", equalTo("NO_SHIFT"));
    tam().get(CALENDAR).then().header("ETag", "\"1\"");
  }

  @Test
  void what_a_dry_run_showed_is_added_only_while_it_still_shows_it() {
    int revision =
        manager()
            .contentType("application/json")
            .queryParam("dryRun", true)
            .body(LEAVE)
            .post("/api/v1/leaves")
            .path("revision");
    String shown = "\"" + revision + "\"";
    json(shown)
        .body(
            """
            {"id":"o1","remove":"tam-eva","start":"2026-06-10T00:00:00Z","end":"2026-06-11T00:00:00Z"}""")
        .post("/api/v1/overrides")
        .then()
        .statusCode(201);

    json(shown).body(LEAVE).post("/api/v1/leaves").then().statusCode(412);

    manager().get("/api/v1/leaves").then().body("items", hasSize(0));
    json("\"" + (revision + 1) + "\"").body(LEAVE).post("/api/v1/leaves").then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"regions", "tams", "rotations", "shift-patterns"})
  void a_tam_edits_no_list_of_the_rules(String list) {
    as("tam-eva").body("{}").post("/api/v1/" + list).then().statusCode(403);
    as("tam-eva")
        .header("If-Match", "*")
        .body("{}")
        .put("/api/v1/" + list + "/x")
        .then()
        .statusCode(403);
    as("tam-eva")
        .header("If-Match", "*")
        .body("{}")
        .patch("/api/v1/" + list + "/x")
        .then()
        .statusCode(403);
    as("tam-eva").delete("/api/v1/" + list + "/x").then().statusCode(403);
  }

  @Test
  void a_tam_decides_on_their_own_leave_only() {
    as("tam-tom").body(LEAVE).post("/api/v1/leaves").then().statusCode(403);
    as("tam-eva").body(LEAVE).post("/api/v1/leaves").then().statusCode(201);
    as("tam-tom")
        .header("If-Match", "*")
        .body("{\"tam\":\"tam-tom\"}")
        .patch("/api/v1/leaves/l1")
        .then()
        .statusCode(403);
    as("tam-eva")
        .header("If-Match", "*")
        .body("{\"tam\":\"tam-mei\"}")
        .patch("/api/v1/leaves/l1")
        .then()
        .statusCode(403);
    as("tam-tom").delete("/api/v1/leaves/l1").then().statusCode(403);
    as("tam-eva").delete("/api/v1/leaves/l1").then().statusCode(204);
  }

  @Test
  void a_lead_decides_on_the_leave_of_their_tams_and_the_overrides_of_their_region() {
    String day = "'start':'2026-06-10T00:00:00Z','end':'2026-06-11T00:00:00Z'}";
    as("tam-kai").body(LEAVE).post("/api/v1/leaves").then().statusCode(403);
    as("tam-eva")
        .body(LEAVE.replace("tam-eva", "tam-tom"))
        .post("/api/v1/leaves")
        .then()
        .statusCode(201);
    as("tam-eva").delete("/api/v1/leaves/l1").then().statusCode(204);
    for (String override :
        List.of("{'id':'o1','region':'EMEA','add':'tam-mei',", "{'add':'tam-tom',")) {
      String body = (override + day).replace('\'', '"');
      as("tam-tom").body(body).post("/api/v1/overrides").then().statusCode(403);
      as("tam-kai")
          .body(body)
          .post("/api/v1/overrides")
          .then()
          .statusCode(403)
          .body("detail", containsString("who leads EMEA"));
      as("tam-eva").body(body).post("/api/v1/overrides").then().statusCode(201);
    }
    as("tam-eva")
        .header("If-Match", "*")
        .body("{\"region\":\"APAC\"}")
        .patch("/api/v1/overrides/o1")
        .then()
        .statusCode(403);
    as("tam-kai").delete("/api/v1/overrides/o1").then().statusCode(403);
    as("tam-eva").delete("/api/v1/overrides/o1").then().statusCode(204);
  }

  @Test
  void lists_are_paged_and_filtered() {
    String cursor =
        tam()
            .queryParam("limit", 2)
            .get("/api/v1/tams")
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("nextCursor");
    tam()
        .queryParam("limit", 500)
        .queryParam("cursor", cursor)
        .get("/api/v1/tams")
        .then()
        .body("items", hasSize(4))
        .body("nextCursor", equalTo(null));
    tam()
        .queryParam("region", "EMEA")
        .get("/api/v1/rotations")
        .then()
        .body("items.id", contains("emea-primary"));
    given().get("/api/v1/leaves").then().statusCode(401);
  }

  private static Response post(String list, String entry) {
    return manager().contentType("application/json").body(entry).post("/api/v1/" + list);
  }

  private static RequestSpecification json(String etag) {
    return manager().contentType("application/json").header("If-Match", etag);
  }

  private static RequestSpecification as(String tam) {
    return given().auth().oauth2(Tokens.tam(tam)).contentType("application/json");
  }
}
