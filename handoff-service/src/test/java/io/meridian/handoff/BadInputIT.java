package io.meridian.handoff;

import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.badinput.BadInputMatrix;
import io.meridian.testkit.badinput.Fault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every endpoint, every fault: the right refusal, and nothing changes. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BadInputIT {

  private static final int CALENDAR_BYTES_MAX = 8 << 20;

  /** Whoever sends what the matrix sends. */
  private static final String SENDER = "bad-input";

  /** The lists of the calendar whose entries are resources, and what names an entry. */
  private static final Map<String, String> LISTS =
      Map.of(
          "regions", "code",
          "tams", "id",
          "rotations", "id",
          "shift-patterns", "id",
          "overrides", "id",
          "leaves", "id");

  private static final String PERSON =
      """
      {%s"name":"Bad Input","zone":"UTC","email":"bad@example.com","manages":[]}""";

  @Test
  void every_endpoint_refuses_bad_input_and_nothing_changes() {
    String person = person();
    apply(calendar());
    BadInputMatrix matrix =
        new BadInputMatrix()
            .with(
                "PUT /api/v1/calendar",
                row -> row.body(followTheSun().toString()).bodyBytesMax(CALENDAR_BYTES_MAX));
    String holidays = "{\"items\":[{\"date\":\"2026-06-05\",\"name\":\"Company day\"}]}";
    matrix
        .with("PUT /api/v1/holidays/{calendar}", row -> row.path("calendar", "SG").body(holidays))
        .with(
            "PUT /api/v1/holidays/regions/{region}",
            row -> row.path("region", "EMEA").body(holidays));
    // Nothing is offered here; what is stale about a briefing is shown where one is drafted.
    for (String verb : List.of("PUT", "PATCH")) {
      matrix.with(
          verb + " /api/v1/handoffs/{id}/briefing",
          row -> row.answers(Fault.NO_IF_MATCH, 404).answers(Fault.STALE_IF_MATCH, 404));
    }
    matrix.with(
        "PUT /api/v1/shift-changes/{id}/note",
        row ->
            row.body("{\"text\":\"Quiet day.\"}")
                .answers(Fault.NO_IF_MATCH, 404)
                .answers(Fault.STALE_IF_MATCH, 404));
    String own = given().auth().oauth2(Tokens.tam(SENDER)).get("/api/v1/me/tam").header("ETag");
    matrix.with("PATCH /api/v1/me/tam", row -> row.body("{\"zone\":\"Asia/Tokyo\"}").etag(own));
    matrix
        .with("PATCH /api/v1/me/person", row -> row.body("{\"zone\":\"Asia/Tokyo\"}").etag(person))
        .with(
            "PUT /api/v1/persons/{id}",
            row -> row.path("id", SENDER).body(PERSON.formatted("")).etag(person))
        .with("DELETE /api/v1/persons/{id}", row -> row.path("id", SENDER));
    LISTS.forEach((list, name) -> entries(matrix, list, name));
    matrix.check();
  }

  /** Whoever sends is a person too, made known before they come to the roster; their tag. */
  private static String person() {
    return given()
        .auth()
        .oauth2(Tokens.manager())
        .contentType("application/json")
        .body(PERSON.formatted("\"id\":\"" + SENDER + "\","))
        .post("/api/v1/persons")
        .then()
        .statusCode(201)
        .extract()
        .header("ETag");
  }

  /** With an entry in each list, and one for whoever sends. */
  private static ObjectNode calendar() {
    ObjectNode calendar = followTheSun();
    add(calendar, "tams")
        .put("id", SENDER)
        .put("name", "Bad Input")
        .put("region", "EMEA")
        .put("zone", "Europe/London")
        .put("status", "ACTIVE");
    add(calendar, "leaves").put("id", "leave").put("tam", "tam-eva").setAll(day());
    add(calendar, "overrides").put("id", "override").put("add", "tam-eva").setAll(day());
    return calendar;
  }

  private static ObjectNode day() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("start", "2027-06-10T00:00:00Z")
        .put("end", "2027-06-11T00:00:00Z");
  }

  /** The first entry of a list, sent back as it was read. */
  private static void entries(BadInputMatrix matrix, String list, String name) {
    String path = "/api/v1/" + list + "/";
    String id = tam().get("/api/v1/" + list + "?limit=1").path("items[0]." + name);
    Response read = tam().get(path + id);
    matrix
        .with(
            "PUT " + path + "{" + name + "}",
            row -> row.path(name, id).body(read.asString()).etag(read.header("ETag")))
        .with(
            "PATCH " + path + "{" + name + "}", row -> row.path(name, id).etag(read.header("ETag")))
        .with("DELETE " + path + "{" + name + "}", row -> row.path(name, id));
  }
}
