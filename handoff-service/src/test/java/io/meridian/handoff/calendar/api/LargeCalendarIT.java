package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.put;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 30 regions with 600 TAMs and 5,000 overrides, by HTTP. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class LargeCalendarIT {

  /** Many times what it takes, for a slow machine; what it takes is in docs/benchmarks.md. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String EXPLANATION = "/api/v1/shifts/{id}/explanation";

  @Inject Pool pool;
  @Inject MovableClock clock;
  @Inject ObjectMapper json;

  private ObjectNode document;

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    CalendarApi.apply(followTheSun());
    clock.set(Instant.parse("2026-06-02T10:00:00Z"));
    document = json.valueToTree(LargeCalendar.document(30, 600, 5_000));
  }

  @Test
  void it_is_applied_in_one_transaction_and_again_changes_nothing() {
    long start = System.nanoTime();
    Response first = put(document, "\"1\"");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    first
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("regions", hasSize(30))
        .body("tams", hasSize(600))
        .body("overrides", hasSize(5_000));
    assertThat(took).isLessThan(PATIENCE);
    assertThat(transactionsThatWrote()).hasSize(1);
    everyRegionIsOnDuty();

    List<String> before = rows();
    put(document, "\"2\"")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body(equalTo(first.asString()));
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void a_single_fault_among_the_5000_is_named_and_nothing_is_applied() {
    ((ObjectNode) document.get("overrides").get(4_999)).put("by", "tam-nobody");
    put(document, "\"1\"")
        .then()
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("/overrides/4999/by"))
        .body("errors[0].code", equalTo("unknown-tam"));
    tam().get(CALENDAR).then().header("ETag", "\"1\"").body("tams", hasSize(6));
    assertThat(texts("select id from tam where id like 'tam-29-%'")).isEmpty();
  }

  @Test
  void a_shift_is_explained_and_an_unknown_one_refused_without_a_search() {
    put(document, "\"1\"").then().statusCode(200);
    String id =
        CalendarApi.shifts("2027-11-30T08:00:00Z", "2027-11-30T09:00:00Z", "rules")
            .extract()
            .path("items.find{it.region=='R29'}.id");
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      tam().get(EXPLANATION, id).then().statusCode(200).body("shift.region", equalTo("R29"));
      String other = id.substring(0, 35) + (id.endsWith("0") ? "1" : "0");
      tam().get(EXPLANATION, other).then().statusCode(404);
      tam().get(EXPLANATION, UUID.randomUUID()).then().statusCode(404);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
  }

  /** The version, the names and the shifts that began with it, by the transaction of each row. */
  private List<String> transactionsThatWrote() {
    return texts(
        """
        select distinct xmin::text as id from (
          select xmin from calendar_version where revision = 2
          union all select xmin from tam where id ~ '^tam-[0-9]+-[0-9]+$'
          union all select xmin from shift where region ~ '^R[0-9]+$'
          union all select xmin from calendar_history) written
        """);
  }

  /** What runs has become history; the rest of the year is covered without a hole. */
  private void everyRegionIsOnDuty() {
    String[] regions = IntStream.range(0, 30).mapToObj(r -> "R" + r).toArray(String[]::new);
    assertThat(texts("select distinct region as id from shift where region ~ '^R[0-9]+$'"))
        .containsExactlyInAnyOrder(regions);
    tam()
        .queryParam("from", "2026-06-02T10:00:00Z")
        .queryParam("to", "2026-06-02T10:01:00Z")
        .get("/api/v1/shifts")
        .then()
        .statusCode(200)
        .body("items.region.toSet()", hasSize(30))
        .body("items.findAll{it.primary==null}", hasSize(0));
    tam()
        .queryParam("from", "2026-06-02T10:00:00Z")
        .queryParam("to", "2027-06-02T10:00:00Z")
        .get("/api/v1/coverage/gaps")
        .then()
        .statusCode(200)
        .body("totals.gap", equalTo("PT0S"));
    tam()
        .queryParam("from", "2026-06-05T00:00:00Z")
        .queryParam("to", "2026-06-12T00:00:00Z")
        .queryParam("region", "R29")
        .get("/api/v1/shifts")
        .then()
        .body("items.origin.override.findAll{it != null}.size()", equalTo(3));
  }

  /** Every row that an apply writes, as it is. */
  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.addAll(texts("select id || xmin::text as id from calendar_version order by 1"));
    rows.addAll(texts("select id || xmin::text as id from shift order by 1"));
    rows.addAll(texts("select id || xmin::text as id from tam order by 1"));
    rows.addAll(texts("select materialised_until::text as id from calendar_history"));
    return rows;
  }

  private List<String> texts(String query) {
    List<String> texts = new ArrayList<>();
    for (Row row : pool.query(query).executeAndAwait()) {
      texts.add(row.getString("id"));
    }
    return texts;
  }
}
