package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.Tables;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.audit.AuditMatrix;
import io.meridian.testkit.audit.WrittenEntry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes something is written down with what they changed, once. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AuditIT {
  private static final String MIA = "manager-mia";
  private static final String API = "/api/v1/";

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(clock, pool);
    scene.begin("14:30", CalendarText.followTheSun());
    Tables.empty(pool, "swap_request, calendar_feed, person");
    scene.goTo("14:31");
  }

  @AfterEach
  void end() {
    scene.close();
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  private static RequestSpecification mia() {
    return as(Tokens.manager());
  }

  private static String tag(String path) {
    return mia().get(path).header("ETag");
  }

  /** An escalation that is offered to the shift after this one. */
  private UUID offered() {
    UUID escalation = scene.open(Severity.SEV3, "14:31");
    await().until(() -> !scene.handoffs(escalation).isEmpty());
    return escalation;
  }

  private String handoff() {
    return scene.handoff(offered()).getString("id");
  }

  private static Response answer(String tam, String path, JsonObject body) {
    return as(Tokens.tam(tam)).body(body.encode()).post(API + path);
  }

  private static Response create(String list, JsonObject entry) {
    return mia()
        .header("Idempotency-Key", list + "-" + entry.hashCode())
        .body(entry.encode())
        .post(API + list);
  }

  private static JsonObject day(String from, String to) {
    return JsonObject.of("start", from + "T00:00:00Z", "end", to + "T00:00:00Z");
  }

  /** Of the four operations that each list of the calendar has the three before the deletion. */
  private static void entries(AuditMatrix matrix, String list, String name, JsonObject entry) {
    String path = API + list + "/" + entry.getString(name);
    String template = API + list + "/{" + name + "}";
    matrix
        .again("POST " + API + list, MIA, "calendar", () -> create(list, entry))
        .again(
            "PATCH " + template,
            MIA,
            "calendar",
            () -> mia().header("If-Match", tag(path)).body(changed(list).encode()).patch(path))
        .once(
            "PUT " + template,
            MIA,
            "calendar",
            () -> mia().header("If-Match", tag(path)).body(entry.encode()).put(path));
  }

  /** Whatever was made is deleted; a region never is, because its lead is one of its TAMs. */
  private static void deletions(AuditMatrix matrix) {
    List.of("overrides/ov", "leaves/off", "shift-patterns/later", "rotations/spare", "tams/new")
        .forEach(
            entry ->
                matrix.once(
                    "DELETE " + API + entry.substring(0, entry.indexOf('/')) + "/{id}",
                    MIA,
                    "calendar",
                    () -> mia().delete(API + entry)));
    matrix.refused(
        "DELETE /api/v1/regions/{code}", 409, () -> mia().delete("/api/v1/regions/MOON"));
  }

  private static JsonObject changed(String list) {
    return switch (list) {
      case "regions", "tams" -> JsonObject.of("name", "Another name");
      case "rotations" -> JsonObject.of("every", 2);
      case "shift-patterns" -> JsonObject.of("start", "08:00");
      default -> JsonObject.of("reason", "another");
    };
  }

  private static JsonObject person(String id, String name) {
    return JsonObject.of("id", id, "name", name, "region", "EMEA", "zone", "UTC")
        .put("email", id + "@example.com")
        .put("status", "ACTIVE");
  }

  private void calendar(AuditMatrix matrix) {
    create("tams", person("nell", "Nell")).then().statusCode(201);
    entries(
        matrix,
        "regions",
        "code",
        JsonObject.of("code", "MOON", "name", "Moon", "zone", "UTC", "lead", "nell"));
    entries(matrix, "tams", "id", person("new", "New"));
    matrix.again(
        "PATCH /api/v1/me/tam",
        "liam",
        "calendar",
        () ->
            as(Tokens.tam("liam"))
                .header("If-Match", tag("/api/v1/tams/liam"))
                .body("{\"zone\":\"Europe/Berlin\"}")
                .patch("/api/v1/me/tam"));
    entries(
        matrix,
        "rotations",
        "id",
        JsonObject.of("id", "spare", "region", "EMEA", "tier", "PRIMARY", "period", "WEEKLY")
            .put("participants", JsonArray.of("liam"))
            .put("every", 1)
            .put("zone", "UTC")
            .put("anchor", "2027-01-04T07:00"));
    entries(
        matrix,
        "shift-patterns",
        "id",
        JsonObject.of("id", "later", "region", "EMEA", "zone", "UTC", "start", "07:00")
            .put("end", "15:00")
            .put("days", JsonArray.of("MON"))
            .put("effectiveFrom", "2027-06-01")
            .put("rotations", JsonArray.of("emea-0700-primary"))
            .put("holidayPolicy", "WORKED"));
    entries(
        matrix,
        "overrides",
        "id",
        day("2027-06-10", "2027-06-11").put("id", "ov").put("add", "liam").put("reason", "trip"));
    entries(
        matrix,
        "leaves",
        "id",
        day("2027-06-10", "2027-06-11").put("id", "off").put("tam", "liam").put("reason", "trip"));
    deletions(matrix);
    holidays(matrix);
  }

  private void holidays(AuditMatrix matrix) {
    String days = "{\"items\":[{\"date\":\"2027-06-0%d\",\"name\":\"Day %d\"}]}";
    for (String where : List.of("SG", "regions/EMEA")) {
      String path = API + "holidays/" + where;
      String template =
          API + "holidays/" + (where.equals("SG") ? "{calendar}" : "regions/{region}");
      matrix
          .again(
              "PUT " + template,
              MIA,
              "calendar",
              () -> mia().header("If-Match", tag(path)).body(days.formatted(1, 1)).put(path))
          .again(
              "POST " + template,
              MIA,
              "calendar",
              () ->
                  mia()
                      .header("Idempotency-Key", "holidays-" + where)
                      .body(days.formatted(2, 2))
                      .post(path));
    }
    matrix
        .again(
            "POST /api/v1/leaves/import",
            MIA,
            "calendar",
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.manager())
                    .contentType("text/calendar")
                    .header("Idempotency-Key", "import")
                    .queryParam("tam", "liam")
                    .body(leave())
                    .post("/api/v1/leaves/import"))
        .again(
            "PUT /api/v1/calendar",
            MIA,
            "calendar",
            () ->
                mia()
                    .header("If-Match", tag(API + "calendar"))
                    .body(CalendarText.followTheSun().json())
                    .put(API + "calendar"));
  }

  private static String leave() {
    return String.join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:test",
        "BEGIN:VEVENT",
        "UID:away",
        "DTSTAMP:20260301T000000Z",
        "DTSTART:20270701T000000Z",
        "DTEND:20270702T000000Z",
        "SUMMARY:away",
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }

  private String made(String path, JsonObject body) {
    return API + path + "/" + create(path, body).then().statusCode(201).extract().path("id");
  }

  private void besideTheCalendar(AuditMatrix matrix) {
    JsonObject scope = JsonObject.of("scope", "REGION", "subject", "EMEA");
    JsonObject agreed =
        JsonObject.of("from", "2026-06-01T00:00:00Z", "until", "2026-06-02T00:00:00Z")
            .put("why", "nobody works");
    String feed = made("calendar/feeds", scope.copy().put("subject", "AMER"));
    String agreement = made("coverage/agreements", agreed.copy().put("why", "told them"));
    matrix
        .again(
            "POST /api/v1/calendar/feeds",
            MIA,
            "calendar-feed",
            () -> create("calendar/feeds", scope))
        .again(
            "POST /api/v1/calendar/feeds/{id}/reset",
            MIA,
            "calendar-feed",
            () -> mia().header("Idempotency-Key", "reset").post(feed + "/reset"))
        .once("DELETE /api/v1/calendar/feeds/{id}", MIA, "calendar-feed", () -> mia().delete(feed))
        .again(
            "POST /api/v1/coverage/agreements",
            MIA,
            "coverage-agreement",
            () -> create("coverage/agreements", agreed))
        .once(
            "DELETE /api/v1/coverage/agreements/{id}",
            MIA,
            "coverage-agreement",
            () -> mia().delete(agreement));
  }

  private String swap(String start) {
    String shift =
        scene
            .get(
                "/api/v1/shifts?basis=history&region=AMER&from=%s&to=%s"
                    .formatted(start, start.replace("T15:", "T16:")))
            .getString("items[0].id");
    return as(Tokens.tam("zoe"))
        .body(JsonObject.of("shift", shift, "tam", "ivy").encode())
        .post(API + "swap-requests")
        .then()
        .statusCode(201)
        .extract()
        .path("links.self");
  }

  private void swaps(AuditMatrix matrix) {
    String accepted = swap("2026-03-20T15:00:00Z");
    String declined = swap("2026-03-21T15:00:00Z");
    String cancelled = swap("2026-03-22T15:00:00Z");
    String shift =
        scene
            .get(
                "/api/v1/shifts?basis=history&region=AMER&from=2026-03-23T15:00:00Z&to=2026-03-23T16:00:00Z")
            .getString("items[0].id");
    matrix
        .again(
            "POST /api/v1/swap-requests",
            "zoe",
            "swap-request",
            () ->
                as(Tokens.tam("zoe"))
                    .header("Idempotency-Key", "swap")
                    .body(JsonObject.of("shift", shift, "tam", "ivy").encode())
                    .post(API + "swap-requests"))
        .again(
            "POST /api/v1/swap-requests/{id}/acceptance",
            "ivy",
            "calendar swap-request",
            () -> as(Tokens.tam("ivy")).post(accepted + "/acceptance"))
        .again(
            "POST /api/v1/swap-requests/{id}/decline",
            "ivy",
            "swap-request",
            () -> as(Tokens.tam("ivy")).body("{\"reason\":\"away\"}").post(declined + "/decline"))
        .again(
            "POST /api/v1/swap-requests/{id}/cancellation",
            "zoe",
            "swap-request",
            () -> as(Tokens.tam("zoe")).body("{}").post(cancelled + "/cancellation"));
  }

  private void handoffs(AuditMatrix matrix) {
    String one = "handoffs/" + handoff();
    String two = handoff();
    String three = "handoffs/" + handoff();
    String four = "handoffs/" + handoff();
    String from = scene.get(API + three).getString("from.tam.id");
    JsonObject question = JsonObject.of("question", "Since when?");
    matrix
        .again(
            "POST /api/v1/handoffs/{id}/acceptance",
            "zoe",
            "accountability handoff",
            () -> answer("zoe", one + "/acceptance", JsonObject.of("readBack", People.READ_BACK)))
        .again(
            "POST /api/v1/handoffs/accept",
            "zoe",
            "accountability handoff",
            () -> answer("zoe", "handoffs/accept", many(two)))
        .once(
            "POST /api/v1/handoffs/{id}/query",
            "zoe",
            "query",
            () -> answer("zoe", three + "/query", question))
        .once(
            "POST /api/v1/handoffs/{id}/query/{number}/answer",
            from,
            "query",
            () -> answer(from, three + "/query/1/answer", JsonObject.of("answer", "At noon.")))
        .once(
            "PUT /api/v1/handoffs/{id}/briefing",
            from,
            "handoff",
            () -> words(from, three, "It is down").put(API + three + "/briefing"))
        .once(
            "PATCH /api/v1/handoffs/{id}/briefing",
            from,
            "handoff",
            () -> words(from, three, "It is up").patch(API + three + "/briefing"))
        .again(
            "POST /api/v1/handoffs/{id}/decline",
            "zoe",
            "handoff",
            () -> answer("zoe", three + "/decline", JsonObject.of("reason", "on another")))
        .again(
            "POST /api/v1/handoffs/{id}/assignment",
            MIA,
            "accountability handoff",
            () ->
                mia()
                    .body("{\"tam\":\"adam\",\"reason\":\"knows it\"}")
                    .post(API + four + "/assignment"));
  }

  private static JsonObject many(String id) {
    return JsonObject.of("items", JsonArray.of(JsonObject.of("id", id)));
  }

  private static RequestSpecification words(String tam, String handoff, String summary) {
    return as(Tokens.tam(tam))
        .header("If-Match", tag(API + handoff + "/briefing"))
        .body(JsonObject.of("summary", summary).encode());
  }

  private String holder(UUID escalation) {
    return scene.accountable(escalation, "14:31").split(" ", 2)[0];
  }

  private void accountability(AuditMatrix matrix) {
    UUID held = offered();
    UUID moved = offered();
    UUID taken = offered();
    String holder = holder(held);
    String other = holder(taken).equals("emma") ? "noah" : "emma";
    matrix
        .again(
            "POST /api/v1/accountability/{id}/hold",
            holder,
            "accountability",
            () ->
                answer(
                    holder,
                    "accountability/" + held + "/hold",
                    JsonObject.of("until", "2026-03-09T15:30:00Z")))
        .once(
            "POST /api/v1/accountability/{id}/takeover",
            other,
            "accountability handoff handoff", // the one that was offered, and the next
            () -> answer(other, "accountability/" + taken + "/takeover", new JsonObject()))
        .once(
            "POST /api/v1/accountability/{id}/reassignment",
            MIA,
            "accountability gap handoff handoff", // liam is not on duty
            () ->
                mia()
                    .body("{\"tam\":\"liam\",\"reason\":\"asked for\"}")
                    .post(API + "accountability/" + moved + "/reassignment"));
  }

  private void watch(AuditMatrix matrix) {
    UUID customer = scene.customer("EMEA", "emma");
    JsonObject wish =
        JsonObject.of("customerId", customer.toString(), "what", "Migration", "whatIf", "Call")
            .put("from", "2026-03-09T14:31:00Z")
            .put("until", "2026-03-09T20:00:00Z");
    String happened = made("watch-items", wish);
    String withdrawn = made("watch-items", wish.copy().put("what", "Another"));
    String note = API + "shift-changes/" + change() + "/note";
    matrix
        .again(
            "POST /api/v1/watch-items",
            MIA,
            "watch-item",
            () -> create("watch-items", wish.copy().put("what", "A third")))
        .again(
            "POST /api/v1/watch-items/{id}/confirmation",
            "zoe",
            "watch-item",
            () -> as(Tokens.tam("zoe")).body("{}").post(happened + "/confirmation"))
        .again(
            "POST /api/v1/watch-items/{id}/escalation",
            "noah",
            "watch-item",
            () ->
                as(Tokens.tam("noah"))
                    .body("{\"severity\":\"SEV1\"}")
                    .post(happened + "/escalation"))
        .again(
            "DELETE /api/v1/watch-items/{id}",
            "emma",
            "watch-item",
            () -> as(Tokens.tam("emma")).delete(withdrawn))
        .once(
            "PUT /api/v1/shift-changes/{id}/note",
            "emma",
            "shift-change-note",
            () ->
                as(Tokens.tam("emma"))
                    .header("If-Match", "\"0\"")
                    .body("{\"text\":\"Quiet day.\"}")
                    .put(note))
        .refused( // he has no channel; a test of one is sent and changes nothing
            "POST /api/v1/me/channels/{number}/test",
            404,
            () -> as(Tokens.tam("liam")).post("/api/v1/me/channels/9/test"));
  }

  private static void persons(AuditMatrix matrix) {
    String path = API + "persons/head-hana";
    JsonObject hana =
        JsonObject.of("name", "Hana Sato", "zone", "Asia/Tokyo", "email", "hana@example.com");
    matrix
        .again(
            "POST /api/v1/persons",
            MIA,
            "person",
            () -> create("persons", hana.copy().put("id", "head-hana")))
        .again(
            "PUT /api/v1/persons/{id}",
            MIA,
            "person",
            () ->
                mia()
                    .header("If-Match", tag(path))
                    .body(hana.copy().put("manages", JsonArray.of("APAC")).encode())
                    .put(path))
        .again(
            "PATCH /api/v1/me/person",
            "head-hana",
            "person",
            () ->
                as(Tokens.of("head-hana", "manager"))
                    .header("If-Match", tag(path))
                    .body("{\"zone\":\"UTC\"}")
                    .patch(API + "me/person"))
        .once("DELETE /api/v1/persons/{id}", MIA, "person", () -> mia().delete(path));
  }

  private static void denials(AuditMatrix matrix) {
    JsonObject wish = JsonObject.of("subject", "contractor-9", "reason", "left");
    String denial =
        API
            + "denials/"
            + as(Tokens.admin())
                .body(wish.encode())
                .post(API + "denials")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    matrix
        .again(
            "POST /api/v1/denials",
            "admin-ada",
            "denial",
            () ->
                as(Tokens.admin())
                    .header("Idempotency-Key", "denial")
                    .body(wish.encode())
                    .post(API + "denials"))
        .again(
            "DELETE /api/v1/denials/{id}",
            "admin-ada",
            "denial",
            () -> as(Tokens.admin()).delete(denial));
  }

  private static void apiTokens(AuditMatrix matrix) {
    JsonObject wish =
        JsonObject.of("name", "Grafana", "role", "auditor")
            .put("operations", JsonArray.of("GET /api/v1/gaps"));
    String token =
        API
            + "api-tokens/"
            + as(Tokens.admin())
                .body(wish.encode())
                .post(API + "api-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    matrix
        .once(
            "POST /api/v1/api-tokens",
            "admin-ada",
            "api-token",
            () -> as(Tokens.admin()).body(wish.encode()).post(API + "api-tokens"))
        .once(
            "POST /api/v1/api-tokens/{id}/rotation",
            "admin-ada",
            "api-token",
            () -> as(Tokens.admin()).post(token + "/rotation"))
        .again(
            "DELETE /api/v1/api-tokens/{id}",
            "admin-ada",
            "api-token",
            () -> as(Tokens.admin()).delete(token));
  }

  /** The one at which emma goes. */
  private static String change() {
    return as(Tokens.tam("emma")).get("/api/v1/my/shift").path("after.shiftChangeId");
  }

  @Test
  void every_operation_leaves_one_entry_for_each_object_that_it_changed() {
    AuditMatrix matrix = new AuditMatrix();
    handoffs(matrix);
    accountability(matrix);
    watch(matrix);
    denials(matrix);
    persons(matrix);
    apiTokens(matrix);
    swaps(matrix);
    besideTheCalendar(matrix);
    calendar(matrix);
    matrix.check(
        "POST /api/v1/dead-letters/{consumer}/{position}/replay",
        "POST /api/v1/notifications/{id}/redelivery"); // NotificationIT
  }

  @Test
  void what_is_done_by_time_alone_is_written_down_under_the_name_of_who_does_it() {
    long before = WrittenEntry.last();
    String handoff = handoff();

    List<WrittenEntry> entries =
        WrittenEntry.after(before).stream().filter(e -> e.object().equals(handoff)).toList();

    assertThat(entries).isNotEmpty();
    assertThat(entries).extracting(WrittenEntry::actorKind).containsOnly("SYSTEM");
    assertThat(entries).extracting(WrittenEntry::what).contains("handoff.offered");
    assertThat(entries.getFirst().before()).isNull();
  }

  @Test
  void of_acceptances_that_are_written_together_each_is_its_tams() throws Exception {
    List<UUID> escalations = IntStream.range(0, 8).mapToObj(i -> offered()).toList();
    long before = WrittenEntry.last();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Response>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i -> {
                    String id = scene.handoff(escalations.get(i)).getString("id");
                    String tam = i % 2 == 0 ? "zoe" : "adam";
                    return threads.submit(() -> scene.accept(id, tam));
                  })
              .toList();
      for (Future<Response> answer : answers) {
        answer.get().then().statusCode(200);
      }
    }

    List<WrittenEntry> entries =
        WrittenEntry.after(before).stream()
            .filter(e -> e.what().equals("POST /api/v1/handoffs/{id}/acceptance"))
            .toList();

    for (int i = 0; i < 8; i++) {
      String escalation = escalations.get(i).toString();
      String handoff = scene.handoff(escalations.get(i)).getString("id");
      String tam = i % 2 == 0 ? "zoe" : "adam";
      assertThat(entries)
          .filteredOn(e -> e.object().equals(escalation) || e.object().equals(handoff))
          .hasSize(2)
          .extracting(WrittenEntry::actor)
          .containsOnly(tam);
    }
  }
}
