package io.meridian.customer.customer.api;

import static io.meridian.customer.Requests.CUSTOMERS;
import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.create;
import static io.meridian.customer.Requests.createdId;
import static io.meridian.customer.Requests.manager;
import static io.meridian.customer.Requests.unique;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.events.CustomerEvent;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The order matters: before the first calendar every TAM is taken. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TamAssignmentResourceIT {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private static Response assign(String id, String etag, String region, String tam) {
    return manager()
        .header("If-Match", etag)
        .body("{\"tam\":\"" + tam + "\"}")
        .put(CUSTOMERS + "/" + id + "/tam-assignments/" + region);
  }

  private static CalendarState calendar(long revision, CalendarState.Tam... tams) {
    return new CalendarState(
        List.of(new CalendarState.Region("EMEA", "Europe", "Europe/London", "tam-ana")),
        List.of(tams),
        revision,
        NOW.plusSeconds(revision));
  }

  private static void applied(PublishedEvents log, CalendarState calendar) {
    log.publish(new CalendarEvent.Applied("manager-mia", calendar));
  }

  @Test
  @Order(1)
  void before_the_first_calendar_every_tam_is_taken() throws SQLException {
    TestDatabase.forget("directory_tam", "directory");
    String id = createdId(body(unique("Early")));
    assign(id, "\"1\"", "EMEA", "tam-nobody")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("items", hasSize(1))
        .body("items[0].tam.name", equalTo("tam-nobody"));
    try (PublishedEvents log = new PublishedEvents()) {
      CustomerEvent.TamAssigned told = log.await(CustomerEvent.TamAssigned.class, id);
      assertThat(told.region()).isEqualTo("EMEA");
      assertThat(told.customer().tamAssignments()).containsEntry("EMEA", "tam-nobody");
    }
  }

  @Test
  @Order(2)
  void a_calendar_tells_who_can_be_assigned_and_a_late_one_changes_nothing() {
    String id = createdId(body(unique("Known")));
    var ana = new CalendarState.Tam("tam-ana", "Ana Silva", "EMEA", "ACTIVE");
    var kai = new CalendarState.Tam("tam-kai", "Kai Tan", "APAC", "ACTIVE");
    var old = new CalendarState.Tam("tam-old", "Otto Alt", "EMEA", "INACTIVE");
    try (PublishedEvents log = new PublishedEvents()) {
      CalendarEvent second = new CalendarEvent.Applied("manager-mia", calendar(2, ana, kai, old));
      UUID delivery = log.publish(second);
      log.publish(delivery, second);
      applied(log, calendar(1));
    }
    await()
        .untilAsserted(
            () ->
                assign(id, "*", "EMEA", "tam-" + UUID.randomUUID())
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("unknown-tam")));
    assign(id, "*", "EMEA", "tam-kai")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/tam"))
        .body("errors[0].code", equalTo("tam-of-other-region"));
    assign(id, "*", "EMEA", "tam-old").then().body("errors[0].code", equalTo("tam-inactive"));
    assign(id, "*", "EMEA", "tam-ana")
        .then()
        .statusCode(200)
        .body("items[0].tam.name", equalTo("Ana Silva"));
    manager()
        .get(CUSTOMERS + "/" + id)
        .then()
        .body("tamAssignments.EMEA.name", equalTo("Ana Silva"));
  }

  @Test
  @Order(3)
  void a_customer_with_a_tam_that_cannot_be_is_not_created() {
    String name = unique("Wrong");
    create(body(name).replace("}", ",\"tamAssignments\":{\"APAC\":\"tam-ana\"}}"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/tamAssignments/APAC"));
    manager().get(CUSTOMERS + "?q=" + name).then().body("items", hasSize(0));
  }

  @Test
  @Order(4)
  void assignments_are_replaced_read_and_taken_away() {
    String id = createdId(body(unique("All")));
    String path = CUSTOMERS + "/" + id + "/tam-assignments";
    manager()
        .header("If-Match", "\"1\"")
        .body("{\"tamAssignments\":{\"EMEA\":\"tam-ana\",\"APAC\":\"tam-kai\"}}")
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("items.region", contains("APAC", "EMEA"));
    manager().header("If-Match", "\"2\"").delete(path + "/APAC").then().statusCode(200);
    manager().header("If-Match", "\"3\"").delete(path + "/APAC").then().statusCode(200);
    manager()
        .get(path)
        .then()
        .header("ETag", equalTo("\"3\""))
        .body("items.region", contains("EMEA"));
  }

  @Test
  @Order(5)
  void assignments_need_the_etag_and_the_role() {
    String id = createdId(body(unique("Guard")));
    String path = CUSTOMERS + "/" + id + "/tam-assignments";
    manager().body("{\"tam\":\"tam-ana\"}").put(path + "/EMEA").then().statusCode(428);
    manager().delete(path + "/EMEA").then().statusCode(428);
    assign(id, "\"2\"", "EMEA", "tam-ana").then().statusCode(412);
    manager()
        .auth()
        .oauth2(Tokens.tam("tam-ana"))
        .header("If-Match", "\"1\"")
        .body("{\"tam\":\"tam-ana\"}")
        .put(path + "/EMEA")
        .then()
        .statusCode(403);
    manager().header("If-Match", "*").body("{}").put(path).then().statusCode(400);
    assign(id, "*", "E%20M", "tam-ana").then().statusCode(404);
    manager().get(CUSTOMERS + "/" + id).then().body("revision", equalTo(1));
  }
}
