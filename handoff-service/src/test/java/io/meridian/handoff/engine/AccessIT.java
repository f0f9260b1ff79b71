package io.meridian.handoff.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.RawConnection;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.badinput.AccessMatrix;
import io.meridian.testkit.badinput.Row;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: by roles, by what the calendar says of TAMs, and by what a handoff, an
 * escalation or an entry of the calendar is to them.
 */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AccessIT {
  private static final Path AGREED = Path.of("src", "test", "resources", "access.txt");
  private static final String FEEDS = "/api/v1/calendar/feeds";
  private static final String A_MONTH = "from=2026-02-01T00:00:00Z&to=2026-03-01T00:00:00Z";
  private static final String HANDOFFS = "/api/v1/handoffs/";

  /** Liam learns. */
  private static final String ONBOARDING = "liam";

  /** Ivy has left, or is about to. */
  private static final String LEAVING = "ivy";

  /** On no shift near that boundary, and of another region, which others lead. */
  private static final String STRANGER = "kai";

  /** A leave is hers, and hours. */
  private static final String OWNER = "mei";

  /** Offered to the two of the incoming shift: enough that one of them has three. */
  private static final int ESCALATIONS = 5;

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void follow_the_sun() {
    scene = new Scene(clock, pool);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static CalendarText calendar(String standing) {
    return CalendarText.followTheSun()
        .status(ONBOARDING, "ONBOARDING")
        .status(LEAVING, standing)
        .leave(OWNER, Scene.at("+09:00"), Scene.at("+10:00"))
        .replace("AMER", "zoe", "leo", Scene.at("+16:00"), Scene.at("+17:00"));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  /**
   * Half an hour before AMER takes over from EMEA; an escalation for each kind of act. Whose act
   * changes who is asked comes last.
   */
  @Test
  void every_operation_lets_in_whom_it_should_and_nobody_else() throws Exception {
    scene.begin("09:00", calendar("INACTIVE"));
    List<UUID> open =
        Stream.generate(() -> scene.open(Severity.SEV1, "09:00")).limit(ESCALATIONS).toList();
    scene.goTo("14:30");
    Map<String, List<UUID>> byAsked = open.stream().collect(Collectors.groupingBy(this::asked));
    List<UUID> most = Collections.max(byAsked.values(), Comparator.comparingInt(List::size));
    UUID answered = most.get(0);
    UUID declined = most.get(1);
    UUID takenOver = most.get(2);
    String asked = asked(answered);
    String giver = scene.handoff(answered).getString("from.tam.id");
    AccessMatrix matrix =
        AccessMatrix.ofRoles(STRANGER, ONBOARDING, LEAVING)
            .relation("crew", Tokens.tam(asked.equals("zoe") ? "adam" : "zoe"))
            .relation("lead", Tokens.tam("leo"))
            .relation("offered", Tokens.tam(asked))
            .relation("accountable", Tokens.tam(giver))
            .relation("duty", Tokens.tam(giver.equals("emma") ? "noah" : "emma"))
            .relation("owner", Tokens.tam(OWNER));
    escalations(matrix, answered, takenOver);
    handoffs(matrix, handoff(answered), handoff(declined));
    leaves(matrix);
    overrides(matrix);
    matrix.check(AGREED);
  }

  private String asked(UUID escalation) {
    return scene.handoff(escalation).getString("to.tam.id");
  }

  private Consumer<Row> handoff(UUID escalation) {
    String id = scene.handoff(escalation).getString("id");
    return row -> row.path("id", id);
  }

  private static void escalations(AccessMatrix matrix, UUID held, UUID takenOver) {
    String path = "/api/v1/accountability/{id}";
    matrix
        .with("GET " + path, row -> row.path("id", held.toString()))
        .with(
            "POST " + path + "/hold",
            row ->
                row.path("id", held.toString())
                    .body(JsonObject.of("until", Scene.at("09:00").toString()).encode()))
        .with(
            "POST " + path + "/reassignment",
            row ->
                row.path("id", held.toString())
                    .body("{\"tam\":\"nobody\",\"reason\":\"r\"}")
                    .as("lead", Tokens.tam("lena")))
        .with("POST " + path + "/takeover", row -> row.path("id", takenOver.toString()));
  }

  private static void handoffs(AccessMatrix matrix, Consumer<Row> any, Consumer<Row> declined) {
    Map<String, String> words =
        Map.of(
            "GET ", "{}",
            "GET /briefing", "{}",
            "GET /briefing/versions", "{}",
            "GET /evidence", "{}",
            "PUT /briefing", "{\"summary\":\"s\"}",
            "PATCH /briefing", "{\"summary\":\"s\"}",
            "POST /acceptance", "{}",
            "POST /query", "{\"question\":\"q\"}",
            "POST /query/{number}/answer", "{\"answer\":\"a\"}");
    words.forEach(
        (operation, body) ->
            matrix.with(
                operation.replace(" ", " /api/v1/handoffs/{id}"),
                any.andThen(row -> row.body(body))));
    matrix
        .with(
            "POST /api/v1/handoffs/{id}/decline",
            declined.andThen(row -> row.body("{\"reason\":\"r\"}")))
        .with(
            "POST /api/v1/handoffs/{id}/assignment",
            any.andThen(row -> row.body("{\"tam\":\"kai\",\"reason\":\"r\"}")));
    for (String verb : List.of("PUT", "PATCH")) {
      matrix.with(
          verb + " /api/v1/handoffs/{id}/briefing", row -> row.as("lead", Tokens.tam("lena")));
    }
  }

  /** Ends before it starts, which is looked at once it is clear that they may. */
  private static void leaves(AccessMatrix matrix) {
    JsonObject leave =
        JsonObject.of(
            "tam",
            OWNER,
            "start",
            Scene.at("+10:00").toString(),
            "end",
            Scene.at("+09:00").toString());
    String id = as(Tokens.manager()).get("/api/v1/leaves").path("items[0].id");
    String etag = as(Tokens.manager()).get("/api/v1/leaves/" + id).header("ETag");
    Consumer<Row> itsLead = row -> row.as("lead", Tokens.tam("lin"));
    matrix.with("POST /api/v1/leaves", itsLead.andThen(row -> row.etag("*").body(leave.encode())));
    for (String verb : List.of("PUT", "PATCH", "DELETE")) {
      matrix.with(
          verb + " /api/v1/leaves/{id}",
          itsLead.andThen(
              row -> row.path("id", id).etag(etag).query("dryRun=true").body(leave.encode())));
    }
    matrix
        .with("POST /api/v1/leaves/import", itsLead.andThen(row -> row.query("tam=" + OWNER)))
        .with("GET /api/v1/leaves/{id}", row -> row.path("id", id))
        .with(
            "GET /api/v1/tams/{id}/worked-shifts",
            itsLead.andThen(row -> row.path("id", OWNER).query(A_MONTH)))
        .with("GET /api/v1/worked-shifts", row -> row.query("region=AMER&" + A_MONTH));
  }

  /** Of the incoming region. */
  private static void overrides(AccessMatrix matrix) {
    String id = as(Tokens.manager()).get("/api/v1/overrides").path("items[0].id");
    String etag = as(Tokens.manager()).get("/api/v1/overrides/" + id).header("ETag");
    matrix.with(
        "POST /api/v1/overrides",
        row -> row.etag("*").body("{\"region\":\"AMER\",\"add\":\"nobody\"}"));
    for (String verb : List.of("PUT", "PATCH", "DELETE")) {
      matrix.with(
          verb + " /api/v1/overrides/{id}",
          row ->
              row.path("id", id)
                  .etag(etag)
                  .query("dryRun=true")
                  .body("{\"region\":\"AMER\",\"add\":\"nobody\"}"));
    }
  }

  @Test
  void leads_decide_about_their_own_region_and_a_refusal_says_who_does_about_another() {
    scene.begin("09:00", calendar("INACTIVE"));
    UUID open = scene.open(Severity.SEV1, "09:00");
    scene.goTo("14:30");
    String offered = HANDOFFS + scene.handoff(open).getString("id") + "/assignment";
    String reassignment = "/api/v1/accountability/" + open + "/reassignment";
    String to = "{\"tam\":\"%s\",\"reason\":\"knows the customer\"}";

    refused(as(Tokens.tam("lin")).body(to.formatted("mei")).post(reassignment))
        .body("detail", startsWith("It is held in EMEA: Lena, who leads it, and managers may"));
    refused(as(Tokens.tam("lena")).body(to.formatted("zoe")).post(offered))
        .body("detail", startsWith("Only the lead of the incoming region, or a manager, may"));
    refused(override(as(Tokens.tam("lena")), "AMER"))
        .body("detail", startsWith("An override is for Leo, who leads AMER, and for managers"));
    as(Tokens.tam("leo"))
        .body(to.formatted("zoe"))
        .post(offered)
        .then()
        .statusCode(200)
        .body("assignedBy.id", equalTo("leo"));
    as(Tokens.tam("lena")).body(to.formatted("noah")).post(reassignment).then().statusCode(200);
    override(as(Tokens.tam("leo")), "AMER").then().statusCode(201);
  }

  private static Response override(RequestSpecification by, String region) {
    return by.body(
            JsonObject.of("region", region, "add", "leo", "reason", "busy")
                .put("start", Scene.at("+18:00").toString())
                .put("end", Scene.at("+19:00").toString())
                .encode())
        .post("/api/v1/overrides");
  }

  @Test
  void a_refusal_says_what_the_calendar_has_against_them_and_what_would_be_allowed() {
    scene.begin("09:00", calendar("INACTIVE"));

    refused(as(Tokens.tam(LEAVING)).get("/api/v1/on-duty"))
        .body("detail", startsWith("ivy is INACTIVE on the roster; a manager can"));
    refused(as(Tokens.tam("ghost")).get("/api/v1/my/shift"))
        .body("detail", startsWith("ghost is on no roster; a manager can"));
    refused(as(Tokens.tam(ONBOARDING)).post(HANDOFFS + UUID.randomUUID() + "/acceptance"))
        .body("detail", startsWith("liam is ONBOARDING: they read, and note"));
    as(Tokens.of("ghost", "tam", "manager")).get("/api/v1/on-duty").then().statusCode(200);
  }

  private static ValidatableResponse refused(Response answer) {
    return answer.then().statusCode(403).contentType("application/problem+json");
  }

  @Test
  void the_feeds_of_who_leaves_end_and_those_that_they_make_as_a_manager_do_not() {
    scene.begin("09:00", calendar("ACTIVE"));
    String own = feed(Tokens.tam(LEAVING));
    String others = feed(Tokens.tam(STRANGER));
    given().get(own).then().statusCode(200);

    scene.change(calendar("INACTIVE"));

    given().get(own).then().statusCode(404);
    given().get(others).then().statusCode(200);
    given().get(feed(Tokens.of(LEAVING, "manager"))).then().statusCode(200);
  }

  private static String feed(String token) {
    return as(token)
        .body("{\"scope\":\"ALL\"}")
        .post(FEEDS)
        .then()
        .statusCode(201)
        .extract()
        .path("path");
  }

  @Test
  void the_streams_of_who_leaves_end() {
    scene.begin("09:00", calendar("ACTIVE"));
    try (RawConnection stream =
        new RawConnection(RestAssured.port)
            .send(
                "GET /api/v1/handoffs/stream HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + Tokens.tam(LEAVING),
                "",
                "")) {
      assertThat(stream.answerWithoutBody().status()).isEqualTo(200);

      scene.edit(calendar("INACTIVE"));

      assertThatThrownBy(stream::readToEnd).hasMessageContaining("hung up");
    }
  }
}
