package io.meridian.metrics.api;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A TAM sees their own figures, a lead those of their regions too, a manager everybody's. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class SightIT {
  @Inject MovableClock clock;

  private final UUID evas = UUID.randomUUID();
  private final UUID kais = UUID.randomUUID();
  private final String year = Facts.nextYear();

  @AfterAll
  static void noRosterIsKnown() throws SQLException {
    TestDatabase.forget("tam", "region");
  }

  /** From EMEA to AMER Eva's gap, for which Ana was asked; from APAC to EMEA Kai's. */
  @BeforeEach
  void twoGapsAndAHandoff() {
    try (PublishedEvents log = new PublishedEvents()) {
      log.publish(new CalendarEvent.Applied("mia", calendar()));
      log.publish(new GapEvent.Closed(gaps(2)));
      log.publish(
          new HandoffEvent.Accepted(
              List.of(
                  Facts.handoff(
                      UUID.randomUUID(),
                      Instant.parse(year + "-06-01T12:00:00Z"),
                      HandoffStatus.ACCEPTED,
                      Instant.parse(year + "-06-01T11:50:00Z"),
                      1))));
    }
    clock.set(Instant.parse(year + "-12-30T00:00:00Z"));
    await()
        .untilAsserted(
            () -> {
              figures("manager", "gaps").body("items.id", containsInAnyOrder(id(evas), id(kais)));
              figures("manager", "handoffs/metrics").body("totals.handoffs", equalTo(1));
              figures("tam-leo", "handoffs/metrics").body("totals.handoffs", equalTo(1));
            });
  }

  @AfterEach
  void nothingOfItStays() {
    clock.run();
    try (PublishedEvents log = new PublishedEvents()) {
      log.publish(new GapEvent.Voided(gaps(100)));
    }
  }

  private static CalendarState calendar() {
    return new CalendarState(
        List.of(region("EMEA", "tam-lea"), region("AMER", "tam-leo"), region("APAC", "tam-lin")),
        Stream.of("eva", "ana", "kai", "zoe", "lea", "leo", "lin")
            .map(name -> new CalendarState.Tam("tam-" + name, name, "EMEA", "ACTIVE"))
            .toList(),
        2_000,
        Instant.EPOCH);
  }

  private static CalendarState.Region region(String code, String lead) {
    return new CalendarState.Region(code, code, "UTC", lead);
  }

  private List<GapState> gaps(long revision) {
    GapState gap =
        Facts.gap(evas, null, year + "-06-01T12:00:00Z", year + "-06-01T12:30:00Z", revision);
    return List.of(
        gap,
        new GapState(
            kais,
            kais,
            "ESC-8",
            null,
            gap.severity(),
            gap.start(),
            gap.end(),
            gap.cause(),
            "APAC",
            "EMEA",
            new Person("tam-kai", "Kai"),
            null,
            null,
            null,
            revision,
            gap.changedAt()));
  }

  private static String id(UUID gap) {
    return gap.toString();
  }

  private ValidatableResponse figures(String who, String path) {
    return ask(who, path).statusCode(200);
  }

  private void refused(String who, String path) {
    ask(who, path)
        .statusCode(403)
        .body("detail", containsString("their own figures, a lead those of their regions"));
  }

  /** The year, or of what is looked at for three months at most the time around the gaps. */
  private ValidatableResponse ask(String who, String path) {
    boolean isShort = path.contains("attendance");
    var request = given().auth().oauth2(who.equals("manager") ? Tokens.manager() : Tokens.tam(who));
    if (!path.startsWith("gaps/" + evas) && !path.startsWith("gaps/" + kais)) {
      request
          .queryParam("from", year + (isShort ? "-05-01" : "-01-01") + "T00:00:00Z")
          .queryParam("to", year + (isShort ? "-07-01" : "-12-31") + "T00:00:00Z");
    }
    return request.get("/api/v1/" + path).then();
  }

  @Test
  void of_gaps_one_sees_those_that_one_was_in_and_those_of_the_region_that_one_leads() {
    for (String one : List.of("tam-eva", "tam-ana", "tam-leo")) {
      figures(one, "gaps").body("items.id", contains(id(evas)));
      figures(one, "gaps/" + evas);
      refused(one, "gaps/" + kais);
    }
    for (String one : List.of("tam-kai", "tam-lin")) {
      figures(one, "gaps").body("items.id", contains(id(kais)));
    }
    figures("tam-lea", "gaps").body("items.id", containsInAnyOrder(id(evas), id(kais)));
    figures("tam-zoe", "gaps").body("items", empty());
  }

  @Test
  void sums_are_of_what_one_sees() {
    figures("tam-eva", "gaps/summary?groupBy=tam")
        .body("items.key", contains("tam-eva"))
        .body("totals.gaps", equalTo(1));
    figures("tam-ana", "gaps/summary?groupBy=askedTam").body("items.key", contains("tam-ana"));
    figures("tam-leo", "gaps/summary?groupBy=regionPair").body("items.key", contains("EMEA>AMER"));
    figures("tam-lea", "gaps/summary?groupBy=regionPair")
        .body("items.key", containsInAnyOrder("EMEA>AMER", "APAC>EMEA"));
    figures("tam-kai", "gaps/attendance?groupBy=tam").body("items.key", contains("tam-kai"));
    figures("tam-lin", "gaps/attendance?groupBy=region").body("items.key", contains("APAC"));
    figures("tam-lin", "handoffs/metrics").body("totals.handoffs", equalTo(0));
  }

  @Test
  void what_would_tell_of_others_is_refused_with_what_is_allowed() {
    for (String path :
        List.of(
            "gaps/summary",
            "gaps/summary?groupBy=customer",
            "gaps/attendance",
            "gaps/attendance?groupBy=region",
            "handoffs/metrics")) {
      refused("tam-eva", path);
    }
    refused("tam-lea", "gaps/summary?groupBy=week");
    refused("tam-lea", "gaps/attendance");
    ask("tam-lea", "escalations/metrics").statusCode(403);
  }
}
