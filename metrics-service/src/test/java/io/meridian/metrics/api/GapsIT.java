package io.meridian.metrics.api;

import static io.meridian.metrics.api.Facts.gap;
import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.CalendarEvent;
import io.meridian.events.CustomerEvent;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From the log to the answer. Every test has a year of its own, so that none sees another's gaps.
 */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class GapsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject MovableClock clock;

  private final UUID id = UUID.randomUUID();
  private final String year = Facts.nextYear();
  private PublishedEvents log;

  @BeforeEach
  void connect() {
    log = new PublishedEvents();
  }

  @AfterEach
  void disconnect() {
    clock.run();
    log.publish(new GapEvent.Voided(List.of(gap(id, null, year + "-06-01T12:00:00Z", null, 100))));
    log.close();
  }

  @Test
  void an_open_gap_lasts_until_as_of_under_the_names_of_today() {
    UUID customer = UUID.randomUUID();
    log.publish(new CalendarEvent.Applied("mia", Facts.calendar("tam-eva", "Eva Berg", 3)));
    log.publish(new CalendarEvent.Applied("mia", Facts.calendar("tam-eva", "Eva Late", 2)));
    log.publish(new CustomerEvent.Created(Facts.customer(customer, "Acme", 1)));
    log.publish(
        new GapEvent.Opened(List.of(gap(id, customer, year + "-06-01T12:00:00Z", null, 1))));

    appliedUpTo(year + "-06-01T12:10:00.250Z");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                gaps(year)
                    .body("items[0].customer.name", equalTo("Acme"))
                    .body("items[0].accountable.name", equalTo("Eva Berg")));
    gaps(year)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id.toString()))
        .body("items[0].escalation", equalTo("ESC-7"))
        .body("items[0].customer.id", equalTo(customer.toString()))
        .body("items[0].end", nullValue())
        .body("items[0].duration", equalTo("PT10M0.25S"))
        .body("items[0].shiftChangeId", nullValue())
        .body("nextCursor", nullValue());
    summary(year, "customer")
        .body("items[0].customer.name", equalTo("Acme"))
        .body("items[0].open", equalTo(1))
        .body("items[0].duration", equalTo("PT10M0.25S"));
    asManager()
        .get("/api/v1/gaps/" + id)
        .then()
        .statusCode(200)
        .body("duration", equalTo("PT10M0.25S"))
        .body("links.self", equalTo("/api/v1/gaps/" + id));
  }

  @Test
  void a_gap_tells_who_had_been_asked_and_is_summed_by_them() {
    UUID untold = UUID.randomUUID();
    String start = year + "-06-01T12:00:00Z";
    GapState asked = gap(id, null, start, year + "-06-01T12:30:00Z", 2);
    GapState before = withoutAsked(gap(untold, null, start, year + "-06-01T12:10:00Z", 2));
    log.publish(new GapEvent.Closed(List.of(asked, before)));
    appliedUpTo(year + "-12-30T00:00:00Z");

    gaps(year)
        .body("items.find { it.id == '%s' }.asked.id".formatted(id), equalTo("tam-ana"))
        .body(
            "items.find { it.id == '%s' }.askedSince".formatted(id),
            equalTo(year + "-06-01T11:30:00Z"))
        .body("items.find { it.id == '%s' }.asked".formatted(untold), nullValue());
    summary(year, "askedTam")
        .body("items.key", contains("tam-ana", ""))
        .body("items[0].askedTam.id", equalTo("tam-ana"))
        .body("items[0].duration", equalTo("PT30M"))
        .body("items[1].askedTam", nullValue())
        .body("items[1].duration", equalTo("PT10M"));
    summary(year, "tam").body("items.key", contains("tam-eva"));
  }

  @Test
  void duplicates_and_late_events_change_nothing() {
    GapState opened = gap(id, null, year + "-06-01T12:00:00Z", null, 1);
    GapState closed = gap(id, null, year + "-06-01T12:00:00Z", year + "-06-01T12:30:00Z", 2);
    UUID delivery = UUID.randomUUID();
    log.publish(delivery, new GapEvent.Closed(List.of(closed)));
    log.publish(delivery, new GapEvent.Closed(List.of(closed)));
    log.publish(new GapEvent.Closed(List.of(closed)));
    log.publish(new GapEvent.Opened(List.of(opened)));
    appliedUpTo(year + "-12-30T00:00:00Z");

    gaps(year).body("items", hasSize(1)).body("items[0].end", equalTo(year + "-06-01T12:30:00Z"));
    summary(year, "cause")
        .body("items", hasSize(1))
        .body("items[0].cause", equalTo("UNACCEPTED_HANDOFF"))
        .body("items[0].gaps", equalTo(1))
        .body("totals.open", equalTo(0))
        .body("totals.duration", equalTo("PT30M"));
  }

  @Test
  void a_pack_of_500_is_read_page_by_page() {
    List<GapState> pack = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Instant start = Instant.parse(year + "-06-01T00:00:00Z").plusSeconds(i / 3);
      pack.add(gap(UUID.randomUUID(), null, start.toString(), year + "-06-01T01:00:00Z", 2));
    }
    log.publish(new GapEvent.Closed(pack));
    appliedUpTo(year + "-12-30T00:00:00Z");

    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification request = asManager().queryParam("limit", 120);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = list(request, year).extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(ids)
        .hasSize(500)
        .doesNotHaveDuplicates()
        .containsAll(pack.stream().map(gap -> gap.id().toString()).toList());
    summary(year, "week")
        .body("items.week", contains(isoWeek()))
        .body("items[0].gaps", equalTo(500))
        .body("items[0].longest", equalTo("PT1H"))
        .body("items[0].share", equalTo(1.0f));
  }

  @Test
  void a_gap_that_was_agreed_to_is_listed_and_summed_apart() {
    UUID other = UUID.randomUUID();
    log.publish(
        new GapEvent.Closed(
            List.of(
                Facts.agreed(
                    gap(id, null, year + "-06-01T12:00:00Z", year + "-06-01T13:30:00Z", 2)),
                gap(other, null, year + "-06-01T14:00:00Z", year + "-06-01T14:10:00Z", 2))));
    appliedUpTo(year + "-12-30T00:00:00Z");

    gaps(year)
        .body("items.id", contains(other.toString(), id.toString()))
        .body("items.agreed", contains(false, true));
    list(asManager(), year, "?agreed=true").body("items.id", contains(id.toString()));
    list(asManager(), year, "?agreed=false").body("items.id", contains(other.toString()));
    summary(year, "regionPair")
        .body("items[0].gaps", equalTo(1))
        .body("items[0].duration", equalTo("PT10M"))
        .body("items[0].longest", equalTo("PT10M"))
        .body("items[0].agreed", equalTo("PT1H30M"))
        .body("items[0].share", equalTo(1.0f))
        .body("totals.agreed", equalTo("PT1H30M"));
  }

  @Test
  void a_voided_gap_never_was() {
    GapState closed = gap(id, null, year + "-06-01T12:00:00Z", year + "-06-01T12:30:00Z", 2);
    UUID other = UUID.randomUUID();
    log.publish(
        new GapEvent.Closed(
            List.of(
                closed,
                gap(other, null, year + "-06-01T12:00:00Z", year + "-06-01T12:10:00Z", 2))));
    log.publish(new GapEvent.Voided(List.of(gap(id, null, year + "-06-01T12:00:00Z", null, 3))));
    appliedUpTo(year + "-12-30T00:00:00Z");

    gaps(year).body("items.id", contains(other.toString()));
    asManager().get("/api/v1/gaps/" + id).then().statusCode(404);
    summary(year, "regionPair")
        .body("items[0].key", equalTo("EMEA>AMER"))
        .body("items[0].fromRegion", equalTo("EMEA"))
        .body("items[0].toRegion", equalTo("AMER"))
        .body("totals.gaps", equalTo(1))
        .body("totals.longest", equalTo("PT10M"));
  }

  @Test
  void filters_narrow_the_list() {
    UUID customer = UUID.randomUUID();
    log.publish(
        new GapEvent.Opened(List.of(gap(id, customer, year + "-06-01T12:00:00Z", null, 1))));
    log.publish(
        new GapEvent.Closed(
            List.of(
                gap(
                    UUID.randomUUID(),
                    null,
                    year + "-06-01T11:00:00Z",
                    year + "-06-01T11:01:00Z",
                    2))));
    appliedUpTo(year + "-12-30T00:00:00Z");

    for (String matching :
        List.of(
            "open=true",
            "customer=" + customer,
            "open=true&fromRegion=EMEA&fromRegion=APAC&toRegion=AMER&severity=SEV1&severity=SEV2")) {
      list(asManager(), year, "?" + matching).body("items.id", contains(id.toString()));
    }
    for (String missing : List.of("toRegion=EMEA", "cause=OFF_ROSTER", "severity=SEV4")) {
      list(asManager(), year, "?" + missing).body("items", hasSize(0));
    }
    list(asManager(), year, "?open=false").body("items", hasSize(1));
  }

  /** Everything published so far is in the answers from now on. */
  private void appliedUpTo(String instant) {
    clock.set(Instant.parse(instant));
    await().atMost(PATIENCE).untilAsserted(() -> gaps(year).body("asOf", equalTo(instant)));
  }

  private static ValidatableResponse gaps(String year) {
    return list(asManager(), year);
  }

  private static ValidatableResponse list(RequestSpecification request, String year) {
    return list(request, year, "");
  }

  private static ValidatableResponse list(
      RequestSpecification request, String year, String filters) {
    return request
        .queryParam("from", year + "-01-01T00:00:00Z")
        .queryParam("to", year + "-12-31T00:00:00Z")
        .get("/api/v1/gaps" + filters)
        .then()
        .statusCode(200);
  }

  /** As it was told before events told who was asked. */
  private static GapState withoutAsked(GapState gap) {
    return new GapState(
        gap.id(),
        gap.escalationId(),
        gap.escalation(),
        gap.customerId(),
        gap.severity(),
        gap.start(),
        gap.end(),
        gap.cause(),
        gap.fromRegion(),
        gap.toRegion(),
        gap.accountable(),
        null,
        null,
        gap.shiftChangeId(),
        gap.revision(),
        gap.changedAt());
  }

  private static ValidatableResponse summary(String year, String groupBy) {
    return asManager()
        .queryParam("from", year + "-01-01T00:00:00Z")
        .queryParam("to", year + "-12-31T00:00:00Z")
        .queryParam("groupBy", groupBy)
        .get("/api/v1/gaps/summary")
        .then()
        .statusCode(200);
  }

  private String isoWeek() {
    LocalDate day = LocalDate.parse(year + "-06-01");
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static RequestSpecification asManager() {
    return given().auth().oauth2(Tokens.manager());
  }
}
