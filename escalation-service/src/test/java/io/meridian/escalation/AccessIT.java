package io.meridian.escalation;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import io.meridian.events.Stakeholder;
import io.meridian.events.Tier;
import io.meridian.rest.security.Roles;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.badinput.AccessMatrix;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: by roles, by what the roster says of TAMs, and by what an escalation is to them.
 */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AccessIT {
  private static final Path AGREED = Path.of("src", "test", "resources", "access.txt");
  private static final String ESCALATIONS = "/api/v1/escalations";
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

  /** An observer, of whom the escalation's customer says that they are a stakeholder. */
  private static final String STAKEHOLDER = "observer-dana";

  private final PublishedEvents log = new PublishedEvents();
  private final UUID customer = UUID.randomUUID();
  private final UUID shift = UUID.randomUUID();
  private UUID id = UUID.randomUUID();

  @AfterAll
  static void noRosterIsKnown() throws SQLException {
    TestDatabase.forget("directory_tam", "directory_region", "directory");
  }

  @AfterEach
  void endTheShift() {
    log.publish(new ShiftEvent.Ended(shift(9)));
    log.close();
  }

  /** One escalation, and somebody of each relation to it. */
  @BeforeEach
  void somebodyOfEachRelation() {
    log.publish(
        new CalendarEvent.Applied(
            "manager-mia",
            new CalendarState(
                List.of(new CalendarState.Region("EMEA", "Europe", "Europe/London", "tam-lead")),
                Stream.concat(
                        Stream.of(
                                "kai", "ada", "accountable", "offered", "duty", "assigned", "lead")
                            .map(name -> tam("tam-" + name, "ACTIVE")),
                        Stream.of(tam("tam-new", "ONBOARDING"), tam("tam-old", "INACTIVE")))
                    .toList(),
                1_000,
                Instant.EPOCH)));
    log.publish(
        new CustomerEvent.Created(
            customer(
                1,
                List.of(
                    new Stakeholder("Sam", null, null),
                    new Stakeholder("Dana Roy", "CTO", null, STAKEHOLDER)))));
    log.publish(new ShiftEvent.Started(shift(1)));
    id = open();
    log.publish(new AccountabilityEvent.Assigned(holding()));
    offer(HandoffStatus.OFFERED, 1);
    await().until(() -> read("tam-old") == 403);
    await().untilAsserted(() -> read("accountable.id", Matchers.equalTo("tam-accountable")));
    for (String tie : List.of("offered", "duty", "assigned", "lead")) {
      await().until(() -> grade("tam-" + tie).statusCode() == 412);
    }
    await().until(() -> observed(STAKEHOLDER).statusCode() == 200);
  }

  private CustomerState customer(long revision, List<Stakeholder> stakeholders) {
    return new CustomerState(
        customer,
        "Acme " + customer,
        Tier.GOLD,
        "EMEA",
        null,
        List.of(),
        Map.of("APAC", "tam-assigned"),
        stakeholders,
        true,
        revision,
        Instant.EPOCH);
  }

  private static CalendarState.Tam tam(String id, String status) {
    return new CalendarState.Tam(id, id, "EMEA", status);
  }

  private ShiftState shift(long revision) {
    return new ShiftState(
        shift,
        "EMEA",
        LONG_AGO,
        FAR_AHEAD,
        LONG_AGO,
        FAR_AHEAD,
        "Europe/London",
        new Person("tam-duty", "Dua"),
        null,
        List.of(),
        "emea",
        null,
        null,
        revision,
        LONG_AGO);
  }

  private UUID open() {
    String opened =
        given()
            .auth()
            .oauth2(Tokens.integration())
            .contentType("application/json")
            .body("{\"title\":\"t\",\"severity\":\"SEV2\",\"customerId\":\"" + customer + "\"}")
            .post(ESCALATIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return UUID.fromString(opened);
  }

  private AccountabilityState holding() {
    return new AccountabilityState(
        id,
        LONG_AGO,
        new Person("tam-accountable", "Ana Silva"),
        "EMEA",
        LONG_AGO,
        null,
        AccountabilityBasis.HANDOFF,
        null,
        null,
        1,
        LONG_AGO);
  }

  private void offer(HandoffStatus status, long revision) {
    List<HandoffState> states =
        List.of(
            new HandoffState(
                new UUID(0, id.hashCode()),
                UUID.randomUUID(),
                id,
                "ESC-1",
                Severity.SEV2,
                status,
                new Person("tam-accountable", "Ana Silva"),
                "EMEA",
                new Person("tam-offered", "Ole"),
                "AMER",
                FAR_AHEAD,
                null,
                FAR_AHEAD,
                FAR_AHEAD,
                null,
                null,
                Duration.ZERO,
                List.of(),
                null,
                revision,
                LONG_AGO));
    log.publish(
        status == HandoffStatus.OFFERED
            ? new HandoffEvent.Offered(states)
            : new HandoffEvent.Cancelled(states));
  }

  private static int read(String tam) {
    return given().auth().oauth2(Tokens.tam(tam)).get(ESCALATIONS).statusCode();
  }

  private void read(String path, Matcher<?> value) {
    given().auth().oauth2(Tokens.manager()).get(ESCALATIONS + "/" + id).then().body(path, value);
  }

  private Response observed(String observer, String... others) {
    String[] roles =
        Stream.concat(Stream.of(Roles.OBSERVER), Stream.of(others)).toArray(String[]::new);
    return given().auth().oauth2(Tokens.of(observer, roles)).get(ESCALATIONS + "/" + id);
  }

  /** Asks for another severity, on a revision that nobody has seen: 412 for who may, else 403. */
  private Response grade(String tam) {
    return given()
        .auth()
        .oauth2(Tokens.tam(tam))
        .contentType("application/json")
        .header("If-Match", "\"999999999\"")
        .body("{\"severity\":\"SEV1\"}")
        .put(ESCALATIONS + "/" + id + "/severity");
  }

  @Test
  void every_operation_lets_in_whom_it_should_and_nobody_else() throws Exception {
    AccessMatrix matrix = AccessMatrix.ofRoles("tam-kai", "tam-new", "tam-old");
    for (String tie : List.of("accountable", "offered", "duty", "assigned", "lead")) {
      matrix.relation(tie, Tokens.tam("tam-" + tie));
    }
    matrix
        .relation("other-integration", Tokens.of("another-desk", Roles.INTEGRATION))
        .relation("observer-stakeholder", Tokens.of(STAKEHOLDER, Roles.OBSERVER))
        .relation("observer-stranger", Tokens.of("observer-eve", Roles.OBSERVER));
    matrix
        .with("GET /api/v1/escalations/{id}", row -> row.path("id", id.toString()))
        .with("GET /api/v1/escalations/{id}/timeline", row -> row.path("id", id.toString()))
        .with(
            "PATCH /api/v1/escalations/{id}",
            row -> row.path("id", id.toString()).body("{\"title\":\"u\"}"))
        .with(
            "PUT /api/v1/escalations/{id}/severity",
            row -> row.path("id", id.toString()).body("{\"severity\":\"SEV1\"}"))
        .with(
            "PUT /api/v1/escalations/{id}/service-hours",
            row ->
                row.path("id", id.toString())
                    .body("{\"serviceHours\":\"FOLLOW_THE_SUN\",\"reason\":\"r\"}"))
        .with(
            "PUT /api/v1/escalations/{id}/status",
            row -> row.path("id", id.toString()).body("{\"status\":\"RESOLVED\"}"))
        .with("POST /api/v1/escalations/{id}/acknowledgement", row -> row.path("id", id.toString()))
        .with(
            "POST /api/v1/escalations/{id}/timeline",
            row -> row.path("id", id.toString()).body("{\"text\":\"n\"}"));
    matrix.check(AGREED);
  }

  @Test
  void an_integration_sees_what_it_opened_and_nothing_else() {
    String other = Tokens.of("another-desk", Roles.INTEGRATION);
    String own =
        given()
            .auth()
            .oauth2(other)
            .contentType("application/json")
            .body("{\"title\":\"own\",\"severity\":\"SEV4\"}")
            .post(ESCALATIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    given()
        .auth()
        .oauth2(other)
        .get(ESCALATIONS + "?limit=500")
        .then()
        .body("items.id", Matchers.contains(own));
    given()
        .auth()
        .oauth2(other)
        .get(ESCALATIONS + "/" + id)
        .then()
        .statusCode(403)
        .body("detail", Matchers.containsString("an integration sees what it opened"));
    given().auth().oauth2(Tokens.integration()).get(ESCALATIONS + "/" + own).then().statusCode(403);
  }

  @Test
  void an_observer_sees_what_is_of_their_customers_and_nothing_else() {
    String list = "?limit=500&customer=" + customer;
    String others =
        given()
            .auth()
            .oauth2(Tokens.manager())
            .contentType("application/json")
            .body("{\"title\":\"of no customer\",\"severity\":\"SEV4\"}")
            .post(ESCALATIONS)
            .path("id");

    observer(STAKEHOLDER)
        .get(ESCALATIONS + list)
        .then()
        .body("items.id", Matchers.contains(id.toString()));
    observer(STAKEHOLDER)
        .get(ESCALATIONS + "?limit=500")
        .then()
        .body("items.id", Matchers.hasItem(id.toString()))
        .body("items.id", Matchers.not(Matchers.hasItem(others)));
    observer("observer-eve")
        .get(ESCALATIONS + list)
        .then()
        .statusCode(200)
        .body("items", Matchers.empty());
    observer(STAKEHOLDER).get(ESCALATIONS + "/" + id + "/timeline").then().statusCode(200);
    observer("observer-eve")
        .get(ESCALATIONS + "/" + id + "/timeline")
        .then()
        .statusCode(403)
        .body("detail", Matchers.containsString("of no customer of whom observer-eve is"));
    observer(STAKEHOLDER).get(ESCALATIONS + "/" + others).then().statusCode(403);
  }

  private static RequestSpecification observer(String subject) {
    return given().auth().oauth2(Tokens.of(subject, Roles.OBSERVER));
  }

  @Test
  void who_is_a_stakeholder_no_longer_sees_nothing_any_longer() {
    log.publish(
        new CustomerEvent.StakeholdersChanged(
            customer(2, List.of(new Stakeholder("Dana Roy", "CTO", null)))));

    await().until(() -> observed(STAKEHOLDER).statusCode() == 403);
  }

  @Test
  void an_observer_who_was_a_tam_once_sees_as_an_observer() {
    observed("tam-old", Roles.TAM).then().statusCode(403);
    observed("tam-kai", Roles.TAM).then().statusCode(200);
  }

  @Test
  void a_refusal_says_what_the_roster_has_against_them() {
    given()
        .auth()
        .oauth2(Tokens.tam("tam-old"))
        .get(ESCALATIONS)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", Matchers.startsWith("tam-old is INACTIVE on the roster"));
    given()
        .auth()
        .oauth2(Tokens.tam("tam-ghost"))
        .get(ESCALATIONS)
        .then()
        .statusCode(403)
        .body("detail", Matchers.startsWith("tam-ghost is on no roster"));
  }

  @Test
  void a_refusal_says_who_may() {
    grade("tam-kai")
        .then()
        .statusCode(403)
        .body("detail", Matchers.containsString("Ana Silva in EMEA is accountable"))
        .body("detail", Matchers.containsString("on duty in EMEA"));
  }

  @Test
  void who_is_asked_no_longer_may_no_longer() {
    offer(HandoffStatus.CANCELLED, 2);

    await().until(() -> grade("tam-offered").statusCode() == 403);
  }

  @Test
  void whose_shift_is_over_may_no_longer() {
    log.publish(new ShiftEvent.Ended(shift(2)));

    await().until(() -> grade("tam-duty").statusCode() == 403);
  }
}
