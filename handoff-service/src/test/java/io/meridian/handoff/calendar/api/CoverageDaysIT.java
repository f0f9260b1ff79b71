package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year of coverage at a glance, and who of it is somebody's. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class CoverageDaysIT {
  private static final String YEAR = "from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z";

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void a_calendar_is_in_force() {
    clock.set(Instant.parse("2026-01-01T00:00:00Z"));
    CalendarApi.forgetAll(pool);
    apply(followTheSun());
  }

  private static JsonPath get(String path) {
    return tam().get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void days_and_runs_add_up_to_the_gaps() {
    JsonPath days = get("/coverage/days?basis=rules&" + YEAR);
    JsonPath gaps = get("/coverage/gaps?basis=rules&" + YEAR);

    assertThat(days.getMap("totals")).isEqualTo(gaps.getMap("totals"));
    List<Integer> counts = days.getList("runs.count");
    assertThat(counts.stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(gaps.getList("items").size())
        .isGreaterThan(100);
    assertThat(counts.size()).isLessThan(6);
    assertThat(days.getList("days")).hasSameSizeAs(gaps.getList("items"));
    assertThat(days.getList("runs.why")).doesNotContainNull();
  }

  @Test
  void an_unknown_zone_is_refused_and_a_known_one_has_days_of_its_own() {
    tam().get("/api/v1/coverage/days?zone=Mars/Olympus").then().statusCode(400);
    assertThat(get("/coverage/days?zone=Asia/Singapore").getString("zone"))
        .isEqualTo("Asia/Singapore");
  }

  @Test
  void shifts_are_those_of_several_regions_or_of_one_tam() {
    String week = "/shifts?from=2026-01-05T00:00:00Z&to=2026-01-12T00:00:00Z&limit=500";
    List<String> two = get(week + "&region=EMEA&region=APAC").getList("items.region");
    assertThat(two).contains("EMEA", "APAC").doesNotContain("AMER");
    JsonPath kais = get(week + "&tam=tam-kai");
    assertThat(kais.getList("items.primary.id")).isNotEmpty().containsOnly("tam-kai");
  }
}
