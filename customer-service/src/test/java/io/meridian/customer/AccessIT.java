package io.meridian.customer;

import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.createdId;
import static io.meridian.customer.Requests.unique;
import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.events.DenialEvent;
import io.meridian.events.DenialState;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, by the roles of tokens and by what the roster says of TAMs. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AccessIT {
  private static final Path AGREED = Path.of("src", "test", "resources", "access.txt");
  private static final String SOMETHING = "/api/v1/customers";
  private static final String STAKEHOLDER = "observer-dana";

  @AfterAll
  static void noRosterIsKnown() throws SQLException {
    TestDatabase.forget("directory_tam", "directory");
  }

  @BeforeEach
  void aRosterIsKnown() {
    List<CalendarState.Tam> tams =
        List.of(
            new CalendarState.Tam("tam-ana", "Ana Silva", "EMEA", "ACTIVE"),
            new CalendarState.Tam("tam-kai", "Kai Tan", "APAC", "ACTIVE"),
            new CalendarState.Tam("tam-new", "Nia Neu", "EMEA", "ONBOARDING"),
            new CalendarState.Tam("tam-old", "Otto Alt", "EMEA", "INACTIVE"));
    List<CalendarState.Region> regions =
        List.of(new CalendarState.Region("EMEA", "Europe", "Europe/London", "tam-ana"));
    try (PublishedEvents log = new PublishedEvents()) {
      log.publish(
          new CalendarEvent.Applied(
              "manager-mia", new CalendarState(regions, tams, 1_000, Instant.EPOCH)));
    }
    await().until(() -> read("tam-old") == 403);
  }

  private static int read(String tam) {
    return status(Tokens.tam(tam));
  }

  @Test
  void every_operation_lets_in_whom_it_should_and_nobody_else() throws Exception {
    String id = customer();
    AccessMatrix matrix =
        AccessMatrix.ofRoles("tam-ana", "tam-new", "tam-old")
            .relation("observer-stakeholder", Tokens.of(STAKEHOLDER, Roles.OBSERVER))
            .relation("observer-stranger", Tokens.of("observer-eve", Roles.OBSERVER));
    for (String part : List.of("", "/stakeholders")) {
      matrix.with("GET /api/v1/customers/{id}" + part, row -> row.path("id", id));
    }
    matrix.check(AGREED);
  }

  /** One of whom an observer is a stakeholder, beside another who is none of ours. */
  private static String customer() {
    String id = createdId(body(unique("Observed")));
    bind(Tokens.manager(), id, "\"1\"", STAKEHOLDER).then().statusCode(200);
    return id;
  }

  private static Response bind(String token, String customer, String etag, String person) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .header("If-Match", etag)
        .body(
            """
            {"items":[{"name":"Max Berg","role":"CEO","phone":"+44 20 7946 0000"},
              {"name":"Dana Roy","email":"dana@acme.example","person":"%s"}]}"""
                .formatted(person))
        .put(SOMETHING + "/" + customer + "/stakeholders");
  }

  @Test
  void an_observer_sees_the_customers_of_whom_they_are_a_stakeholder_and_no_contacts_of_others() {
    String id = customer();
    String other = createdId(body(unique("Unobserved")));

    observer(STAKEHOLDER)
        .get(SOMETHING + "?limit=500")
        .then()
        .body("items.id", Matchers.hasItem(id))
        .body("items.id", Matchers.not(Matchers.hasItem(other)));
    observer("observer-eve").get(SOMETHING).then().statusCode(200).body("items", Matchers.empty());
    observer(STAKEHOLDER).get(SOMETHING + "/" + id).then().statusCode(200);
    observer(STAKEHOLDER)
        .get(SOMETHING + "/" + other)
        .then()
        .statusCode(403)
        .body("detail", Matchers.startsWith("observer-dana is no stakeholder of this customer"));
    observer(STAKEHOLDER)
        .get(SOMETHING + "/" + id + "/stakeholders")
        .then()
        .body("items.name", Matchers.contains("Max Berg", "Dana Roy"))
        .body("items.phone", Matchers.contains((Object) null, null))
        .body("items.email", Matchers.contains(null, "dana@acme.example"))
        .body("items.person", Matchers.contains(null, STAKEHOLDER));
  }

  private static RequestSpecification observer(String subject) {
    return given().auth().oauth2(Tokens.of(subject, Roles.OBSERVER));
  }

  @Test
  void who_sees_a_customer_as_an_observer_is_said_by_managers_and_left_alone_by_tams() {
    String id = customer();

    bind(Tokens.tam("tam-ana"), id, "\"2\"", "observer-eve")
        .then()
        .statusCode(403)
        .body("detail", Matchers.startsWith("observer-eve would see the customer"));
    bind(Tokens.tam("tam-ana"), id, "\"2\"", STAKEHOLDER)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
  }

  @Test
  void whom_an_administrator_denies_is_let_in_here_neither_until_it_is_lifted() {
    String subject = "auditor-" + UUID.randomUUID();
    String token = Tokens.of(subject, Roles.AUDITOR);
    DenialState made =
        new DenialState(
            UUID.randomUUID(),
            subject,
            null,
            null,
            "laptop stolen",
            "admin-ada",
            Instant.EPOCH,
            null,
            1,
            Instant.EPOCH);
    assertThat(status(token)).isEqualTo(200);
    try (PublishedEvents log = new PublishedEvents()) {
      log.publish(new DenialEvent.Made(made));
      await().until(() -> status(token) == 403);

      log.publish(new DenialEvent.Lifted(made.lifted("admin-ada", Instant.EPOCH)));
      log.publish(new DenialEvent.Made(made)); // a late repeat
      await().until(() -> status(token) == 200);
    }
  }

  private static int status(String token) {
    return given().auth().oauth2(token).get(SOMETHING).statusCode();
  }

  @Test
  void a_refusal_says_what_the_roster_has_against_them() {
    given()
        .auth()
        .oauth2(Tokens.tam("tam-old"))
        .get(SOMETHING)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", Matchers.startsWith("tam-old is INACTIVE on the roster"));
    given()
        .auth()
        .oauth2(Tokens.tam("tam-ghost"))
        .get(SOMETHING)
        .then()
        .statusCode(403)
        .body("detail", Matchers.startsWith("tam-ghost is on no roster"));
  }
}
