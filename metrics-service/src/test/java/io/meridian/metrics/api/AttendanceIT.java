package io.meridian.metrics.api;

import static io.meridian.metrics.api.Facts.agreed;
import static io.meridian.metrics.api.Facts.rest;
import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.EscalationEvent;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.RestEvent;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rests, from the log to the answer: late, repeated, changed, and never in a sum of gaps. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AttendanceIT {

  @Inject MovableClock clock;

  private final String year = Facts.nextYear();
  private final UUID escalation = UUID.randomUUID();
  private final Instant opened = at("01T00:00:00Z");
  private PublishedEvents log;

  @BeforeEach
  void connect() {
    log = new PublishedEvents();
  }

  @AfterEach
  void disconnect() {
    clock.run();
    log.close();
  }

  @Test
  void open_time_is_attended_a_gap_agreed_or_resting() {
    Instant closed = at("01T20:00:00Z");
    UUID id = UUID.randomUUID();
    log.publish(
        new RestEvent.Recorded(List.of(rest(id, escalation, opened, at("01T08:00:00Z"), 2))));
    log.publish(new RestEvent.Recorded(List.of(rest(id, escalation, opened, null, 1))));
    log.publish(
        new GapEvent.Closed(
            List.of(
                gap("01T10:00:00Z", "01T11:00:00Z"), agreed(gap("01T12:00:00Z", "01T14:00:00Z")))));
    log.publish(
        new EscalationEvent.Closed(
            "eva", null, Facts.escalation(escalation, opened, null, closed, closed, 5)));

    asked("serviceHours")
        .body("items.serviceHours", contains("HOME_REGION"))
        .body("items[0].open", equalTo("PT20H"))
        .body("items[0].attended", equalTo("PT9H"))
        .body("items[0].gap", equalTo("PT1H"))
        .body("items[0].agreed", equalTo("PT2H"))
        .body("items[0].resting", equalTo("PT8H"))
        .body("items[0].shares.resting", equalTo(0.4f))
        .body("totals.shares.attended", equalTo(0.45f));
    asked("tam")
        .body("items.tam.id", contains("tam-eva"))
        .body("items[0].resting", equalTo("PT8H"))
        .body("items[0].open", nullValue())
        .body("totals.shares", nullValue());
    asked("region").body("items.region", contains("EMEA"));
    given()
        .auth()
        .oauth2(Tokens.manager())
        .queryParam("from", opened.toString())
        .queryParam("to", closed.toString())
        .get("/api/v1/gaps/summary")
        .then()
        .body("totals.gaps", equalTo(1))
        .body("totals.duration", equalTo("PT1H"));
  }

  @Test
  void a_rest_that_never_was_is_attended_and_one_that_goes_on_lasts_until_as_of() {
    UUID id = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    log.publish(new RestEvent.Voided(List.of(rest(id, escalation, opened, null, 3))));
    log.publish(
        new RestEvent.Recorded(List.of(rest(id, escalation, opened, at("01T08:00:00Z"), 2))));
    log.publish(
        new RestEvent.Recorded(List.of(rest(other, escalation, at("01T12:00:00Z"), null, 1))));
    log.publish(
        new EscalationEvent.Opened(
            "eva", Facts.escalation(escalation, opened, null, null, null, 1)));
    try {
      asked("week")
          .body("items", hasSize(1))
          .body("totals.open", equalTo("PT24H"))
          .body("totals.attended", equalTo("PT12H"))
          .body("totals.resting", equalTo("PT12H"));
    } finally {
      log.publish(
          new EscalationEvent.Closed(
              "eva",
              null,
              Facts.escalation(
                  escalation, opened, null, at("02T00:00:00Z"), at("02T00:00:00Z"), 2)));
      log.publish(
          new RestEvent.Voided(List.of(rest(other, escalation, at("01T12:00:00Z"), null, 2))));
    }
  }

  private GapState gap(String start, String end) {
    GapState gap = Facts.gap(UUID.randomUUID(), null, at(start).toString(), at(end).toString(), 2);
    return new GapState(
        gap.id(),
        escalation,
        gap.escalation(),
        null,
        gap.severity(),
        gap.start(),
        gap.end(),
        gap.cause(),
        gap.fromRegion(),
        gap.toRegion(),
        gap.accountable(),
        null,
        null,
        null,
        gap.revision(),
        gap.changedAt());
  }

  /** The figures of the first two days of June once everything published so far is in them. */
  private ValidatableResponse asked(String groupBy) {
    String end = at("02T00:00:00Z").toString();
    clock.set(Instant.parse(end));
    return await()
        .until(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.manager())
                    .queryParam("from", opened.toString())
                    .queryParam("to", end)
                    .queryParam("groupBy", groupBy)
                    .get("/api/v1/gaps/attendance")
                    .then()
                    .statusCode(200),
            answer -> end.equals(answer.extract().path("asOf")));
  }

  /** A day and time in June. */
  private Instant at(String dayAndTime) {
    return Instant.parse(year + "-06-" + dayAndTime);
  }
}
