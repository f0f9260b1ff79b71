package io.meridian.handoff.calendar.api.agreement;

import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.dryRun;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.events.CoverageEvent;
import io.meridian.events.CoverageForecast;
import io.meridian.handoff.Tables;
import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.handoff.calendar.api.StubbornListener;
import io.meridian.handoff.calendar.application.AgreementReader;
import io.meridian.handoff.calendar.application.CalendarWatch;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Coverage holes that a manager agrees to. By the calendar of these tests nobody is on duty from
 * 22:00Z to 23:00Z on each day from 8 March on, when clocks change in America.
 */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AgreementsIT {

  private static final String AGREEMENTS = "/api/v1/coverage/agreements";
  private static final Instant NOW = Instant.parse("2026-03-05T08:00:00Z");

  @Inject Pool pool;
  @Inject MovableClock clock;
  @Inject StubbornListener listener;
  @Inject AgreementReader reader;
  @Inject CalendarWatch watch;
  @Inject Transactions transactions;

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(NOW.minusSeconds(1));
    CalendarApi.forgetAll(pool);
    apply(followTheSun());
    clock.set(NOW);
  }

  @AfterEach
  void everybodyListens() {
    listener.refuse(false);
  }

  @Test
  void a_manager_agrees_and_reads_which_gaps_lie_in_it() {
    Response made = agree("2026-03-08T22:30:00Z", "2026-03-09T22:15:00Z");
    String id = made.path("id");
    made.then()
        .statusCode(201)
        .header("Location", endsWith(AGREEMENTS + "/" + id))
        .header("ETag", equalTo("\"1\""))
        .body("by", equalTo("manager-mia"))
        .body("madeAt", equalTo(NOW.toString()))
        .body("why", equalTo("customers were told"))
        .body("gaps.start", contains("2026-03-08T22:30:00Z", "2026-03-09T22:00:00Z"))
        .body("gaps.end", contains("2026-03-08T23:00:00Z", "2026-03-09T22:15:00Z"))
        .body("gaps.agreed", contains(id, id))
        .body("uncovered", equalTo("PT45M"));
    assertThat(tam().get(AGREEMENTS + "/" + id).asString()).isEqualTo(made.asString());
    gaps()
        .body(
            "items.start",
            contains(
                "2026-03-08T22:00:00Z",
                "2026-03-08T22:30:00Z",
                "2026-03-09T22:00:00Z",
                "2026-03-09T22:15:00Z",
                "2026-03-10T22:00:00Z"))
        .body(
            "items.agreed",
            contains(nullValue(), equalTo(id), equalTo(id), nullValue(), nullValue()))
        .body("totals.gap", equalTo("PT3H"))
        .body("totals.agreed", equalTo("PT45M"));
    quality().body("agreedUncovered", equalTo("PT45M"));
  }

  @Test
  void it_need_not_lie_in_a_hole_and_holes_that_come_later_are_agreed_to() {
    agree("2026-03-06T00:00:00Z", "2026-03-07T00:00:00Z")
        .then()
        .statusCode(201)
        .body("gaps", hasSize(0))
        .body("uncovered", equalTo("PT0S"));
    ObjectNode hole = withHole("2026-03-06T08:00:00Z", "2026-03-06T09:00:00Z");
    dryRun(hole).then().statusCode(200).body("gaps.created.agreed", not(contains(nullValue())));
    apply(hole);
    String id = tam().get(AGREEMENTS).path("items[0].id");
    tam().get(AGREEMENTS + "/" + id).then().body("gaps.duration", contains("PT1H"));
  }

  @Test
  void what_it_says_of_the_past_counts_from_the_instant_it_was_made() {
    apply(withHole("2026-03-05T07:30:00Z", "2026-03-05T09:00:00Z"));
    clock.set(NOW.plus(Duration.ofMinutes(30)));
    agree("2026-03-05T00:00:00Z", "2026-03-05T12:00:00Z")
        .then()
        .statusCode(201)
        .body("from", equalTo("2026-03-05T00:00:00Z"))
        .body("gaps.start", contains("2026-03-05T08:30:00Z"));
    assertThat(effective())
        .containsExactly(interval("2026-03-05T08:30:00Z", "2026-03-05T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T00:00:00Z, 2026-03-09T00:00:00Z, dates-reversed",
    "2026-03-09T00:00:00Z, 2026-03-08T00:00:00Z, dates-reversed",
    "2026-03-01T00:00:00Z, 2026-03-05T08:00:00Z, past",
    "2026-03-09T00:00:00Z, 2027-03-10T00:00:01Z, window-too-long",
    "0001-01-01T00:00:00Z, 2026-03-09T00:00:00Z, window-too-long",
    "9999-12-30T00:00:00Z, 9999-12-31T23:59:59.999Z, too-far",
    "2026-03-09T00:00:00Z, +999999999-12-31T23:59:59Z, wrong-type"
  })
  void bounds_that_cannot_be_meant_are_refused(String from, String until, String code) {
    agree(from, until)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/until"))
        .body("errors.code", contains(code));
    tam().get(AGREEMENTS).then().body("items", hasSize(0));
  }

  @Test
  void why_is_said_in_at_most_500_characters_and_by_a_manager() {
    assertThat(agree("  ").statusCode()).isEqualTo(400);
    assertThat(agree("\uD83D\uDE34".repeat(501)).statusCode()).isEqualTo(400);
    assertThat(agree("\uD83D\uDE34".repeat(500)).statusCode()).isEqualTo(201);
    tam()
        .contentType("application/json")
        .body(wish("2026-03-08T22:00:00Z", "2026-03-09T22:00:00Z", "sleep"))
        .post(AGREEMENTS)
        .then()
        .statusCode(403);
    tam().delete(AGREEMENTS + "/" + UUID.randomUUID()).then().statusCode(403);
    manager().delete(AGREEMENTS + "/" + UUID.randomUUID()).then().statusCode(404);
    tam().get(AGREEMENTS + "/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void with_a_key_it_is_made_once() {
    String key = UUID.randomUUID().toString();
    String wish = wish("2026-03-08T22:00:00Z", "2026-03-09T22:00:00Z", "quiet");
    Response first = post(key, wish);
    Response again = post(key, wish);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(post(key, wish.replace("quiet", "calm")).statusCode()).isEqualTo(422);
    tam().get(AGREEMENTS).then().body("items", hasSize(1));
    manager().delete(AGREEMENTS + "/" + first.path("id")).then().statusCode(204);
    assertThat(post(key, wish).statusCode()).isEqualTo(404);
  }

  @Test
  void the_list_is_of_a_window_by_beginning_and_paged() {
    agree("2026-03-20T00:00:00Z", "2026-03-22T00:00:00Z");
    agree("2026-03-10T00:00:00Z", "2026-03-12T00:00:00Z");
    agree("2026-03-12T00:00:00Z", "2026-03-14T00:00:00Z");
    String cursor =
        tam()
            .queryParam("limit", 2)
            .get(AGREEMENTS)
            .then()
            .body("items.from", contains("2026-03-10T00:00:00Z", "2026-03-12T00:00:00Z"))
            .body("items[0].gaps", nullValue())
            .extract()
            .path("nextCursor");
    tam()
        .queryParam("limit", 2)
        .queryParam("cursor", cursor)
        .get(AGREEMENTS)
        .then()
        .body("items.from", contains("2026-03-20T00:00:00Z"))
        .body("nextCursor", nullValue());
    tam()
        .queryParam("from", "2026-03-12T00:00:00Z")
        .queryParam("to", "2026-03-20T00:00:00Z")
        .get(AGREEMENTS)
        .then()
        .body("items.from", contains("2026-03-12T00:00:00Z"));
  }

  @Test
  void one_that_has_not_begun_goes_away_and_one_that_has_ends_now() {
    String ahead = agree("2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z").path("id");
    String running = agree("2026-03-05T00:00:00Z", "2026-03-09T22:30:00Z").path("id");
    manager().delete(AGREEMENTS + "/" + ahead).then().statusCode(204);
    tam().get(AGREEMENTS + "/" + ahead).then().statusCode(404);
    manager().delete(AGREEMENTS + "/" + ahead).then().statusCode(404);
    clock.set(Instant.parse("2026-03-08T22:20:00Z"));
    manager().delete(AGREEMENTS + "/" + running).then().statusCode(204);
    tam()
        .get(AGREEMENTS + "/" + running)
        .then()
        .body("until", equalTo("2026-03-08T22:20:00Z"))
        .body("revision", equalTo(2));
    gaps()
        .body("items[0].end", equalTo("2026-03-08T22:20:00Z"))
        .body("items.agreed", contains(equalTo(running), nullValue(), nullValue(), nullValue()));
    clock.set(Instant.parse("2026-03-08T22:40:00Z"));
    manager().delete(AGREEMENTS + "/" + running).then().statusCode(204);
    tam().get(AGREEMENTS + "/" + running).then().body("revision", equalTo(2));
    tam().get(AGREEMENTS).then().body("items.id", contains(running));
  }

  @Test
  void whoever_listens_to_the_calendar_hears_of_it_in_the_same_transaction() {
    listener.refuse(true);
    assertThat(agree("2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z").statusCode()).isEqualTo(500);
    tam().get(AGREEMENTS).then().body("items", hasSize(0));
    listener.refuse(false);
    String id = agree("2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z").path("id");
    listener.refuse(true);
    manager().delete(AGREEMENTS + "/" + id).then().statusCode(500);
    tam().get(AGREEMENTS).then().body("items", hasSize(1));
  }

  @Test
  void edges_to_come_are_told_in_order_and_merged_hours_too() {
    agree("2026-03-01T00:00:00Z", "2026-03-07T00:00:00Z");
    agree("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    String away = agree("2026-03-20T00:00:00Z", "2026-03-21T00:00:00Z").path("id");
    manager().delete(AGREEMENTS + "/" + away);
    assertThat(effective())
        .containsExactly(new Interval(NOW, Instant.parse("2026-03-09T00:00:00Z")));
    assertThat(transactions.read(unit -> reader.edges(unit, NOW)).await().indefinitely())
        .containsExactly(
            Instant.parse("2026-03-07T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));
  }

  @Test
  void gaps_made_are_told_only_if_nobody_has_agreed_to_one_of_them() {
    agree("2026-03-06T00:00:00Z", "2026-03-06T10:00:00Z");
    apply(withHole("2026-03-06T08:00:00Z", "2026-03-06T09:00:00Z"));
    apply(withHole("2026-03-06T09:30:00Z", "2026-03-06T11:00:00Z"));
    try (PublishedEvents events = new PublishedEvents()) {
      CoverageForecast made =
          events
              .await(CoverageEvent.GapsMade.class, 1, e -> isFromNow(e.forecast()))
              .getFirst()
              .forecast();
      assertThat(made.calendarRevision()).isEqualTo(3);
      assertThat(made.gaps()).isEqualTo(1);
      assertThat(made.uncovered()).isEqualTo(Duration.ofHours(1));
      assertThat(made.agreedGaps()).isEqualTo(1);
      assertThat(made.agreedUncovered()).isEqualTo(Duration.ofMinutes(30));
      assertThat(made.first())
          .extracting(CoverageForecast.Gap::start)
          .containsExactly(
              Instant.parse("2026-03-06T09:30:00Z"), Instant.parse("2026-03-06T10:00:00Z"));
      assertThat(made.first().getFirst().agreed()).isNotNull();
      assertThat(made.first().getLast().agreed()).isNull();
    }
  }

  @Test
  void the_weekly_forecast_counts_apart_what_is_agreed_to_and_is_silent_when_all_is() {
    // another instant than that of the other tests
    Instant later = NOW.plus(Duration.ofHours(3));
    clock.set(later);
    agree("2026-03-08T00:00:00Z", "2026-06-30T00:00:00Z");
    forecast();
    Instant evenLater = later.plus(Duration.ofHours(1));
    clock.set(evenLater);
    String id = tam().get(AGREEMENTS).path("items[0].id");
    manager().delete(AGREEMENTS + "/" + id);
    agree("2026-03-08T00:00:00Z", "2026-03-10T00:00:00Z");
    forecast();
    try (PublishedEvents events = new PublishedEvents()) {
      CoverageForecast told =
          events
              .await(
                  CoverageEvent.GapsForeseen.class,
                  1,
                  e -> isNear(e.forecast().foreseenAt(), evenLater))
              .getFirst()
              .forecast();
      assertThat(told.agreedGaps()).isEqualTo(2);
      assertThat(told.agreedUncovered()).isEqualTo(Duration.ofHours(2));
      assertThat(told.gaps()).isEqualTo(85);
      assertThat(told.uncovered()).isEqualTo(Duration.ofHours(85));
      assertThat(events.of(CoverageEvent.GapsForeseen.class))
          .noneMatch(e -> isNear(e.forecast().foreseenAt(), later));
    }
  }

  private void forecast() {
    Tables.run(pool, "delete from coverage_alarm");
    watch.look().await().atMost(Duration.ofSeconds(60));
  }

  private boolean isFromNow(CoverageForecast forecast) {
    return isNear(forecast.foreseenAt(), clock.instant());
  }

  private static boolean isNear(Instant a, Instant b) {
    return Duration.between(a, b).abs().toSeconds() < 1;
  }

  private List<Interval> effective() {
    return transactions
        .read(
            unit ->
                reader.effective(
                    unit,
                    Instant.parse("2026-03-01T00:00:00Z"),
                    Instant.parse("2026-04-01T00:00:00Z")))
        .await()
        .indefinitely();
  }

  private static Interval interval(String start, String end) {
    return new Interval(Instant.parse(start), Instant.parse(end));
  }

  /** Nobody of any region is on duty for a time, which is told apart by its start. */
  private static ObjectNode withHole(String start, String end) {
    ObjectNode document = followTheSun();
    document
        .get("tams")
        .forEach(
            one ->
                add(document, "leaves")
                    .put("id", "hole-" + one.get("id").asText())
                    .put("tam", one.get("id").asText())
                    .put("start", start)
                    .put("end", end));
    return document;
  }

  private static ValidatableResponse gaps() {
    return tam()
        .queryParam("from", "2026-03-08T00:00:00Z")
        .queryParam("to", "2026-03-11T00:00:00Z")
        .get("/api/v1/coverage/gaps")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse quality() {
    return tam()
        .queryParam("from", "2026-03-08T00:00:00Z")
        .queryParam("to", "2026-03-11T00:00:00Z")
        .get("/api/v1/coverage/quality")
        .then()
        .statusCode(200);
  }

  private static Response agree(String why) {
    return post(null, wish("2026-03-08T22:00:00Z", "2026-03-09T22:00:00Z", why));
  }

  private static Response agree(String from, String until) {
    return post(null, wish(from, until, "customers were told"));
  }

  private static String wish(String from, String until, String why) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("from", from)
        .put("until", until)
        .put("why", why)
        .toString();
  }

  private static Response post(@Nullable String key, String wish) {
    var request = manager().contentType("application/json").body(wish);
    return (key == null ? request : request.header("Idempotency-Key", key)).post(AGREEMENTS);
  }
}
