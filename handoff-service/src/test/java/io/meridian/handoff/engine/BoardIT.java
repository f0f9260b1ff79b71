package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.overview.application.Boards;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether everything is held, as the board shows it. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BoardIT {
  private static final int STATEMENTS_MAX = 12;

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject Boards boards;
  private Scene scene;

  @BeforeEach
  void follow_the_sun() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private JsonPath board() {
    return scene.get("/api/v1/board");
  }

  @Test
  void it_shows_who_is_on_what_is_open_and_the_shift_changes_to_come() {
    scene.open(Severity.SEV2, "09:00");
    JsonPath board = board();

    assertThat(board.getList("regions.code")).isEqualTo(List.of("AMER", "APAC", "EMEA"));
    assertThat(board.getList("regions[2].onDuty.tam.id")).isEqualTo(List.of("emma", "noah"));
    assertThat(board.getInt("regions[2].open.SEV2")).isEqualTo(1);
    assertThat(board.getString("regions[0].next.start")).isEqualTo(at("15:00").toString());
    assertThat(board.getList("shiftChanges.findAll { it.boundary > '2026-03-09T09' }.prepared"))
        .isEqualTo(List.of(false));
    assertThat(board.getString("shiftChanges[-1].toRegion")).isEqualTo("AMER");
    assertThat(board.getList("holes")).isEmpty();
    assertThat(board.getMap("nextHole")).isNull();
    assertThat(board.getList("gaps")).isEmpty();
    assertThat(board.getBoolean("complete")).isTrue();
  }

  @Test
  void across_a_boundary_it_shows_what_nobody_has_taken_and_the_gap_that_this_makes() {
    UUID taken = scene.open(Severity.SEV3, "09:00");
    UUID left = scene.open(Severity.SEV1, "09:00");
    scene.goTo("14:30");
    String to = scene.handoff(taken).getString("to.tam.id");
    scene.accept(scene.handoff(taken).getString("id"), to).then().statusCode(200);
    scene.goTo("15:05");

    JsonPath board = board();
    assertThat(board.getList("unaccepted.escalationId")).isEqualTo(List.of(left.toString()));
    String change = "shiftChanges.find { it.fromRegion == 'EMEA' && it.prepared }";
    assertThat(board.getInt(change + ".handoffs.offered")).isEqualTo(1);
    assertThat(board.getInt(change + ".handoffs.accepted")).isEqualTo(1);
    assertThat(board.getString("unaccepted[0].shiftChangeId"))
        .isEqualTo(board.getString(change + ".id"));
    assertThat(board.getString("gaps[0].start")).isEqualTo(at("15:00").toString());
    assertThat(board.getString("gaps[0].end")).isNull();
    assertThat(board.getString("gaps[0].asked.id"))
        .isEqualTo(scene.handoff(left).getString("to.tam.id"));

    scene.goTo("15:10");
    scene
        .accept(scene.handoff(left).getString("id"), scene.handoff(left).getString("to.tam.id"))
        .then()
        .statusCode(200);
    assertThat(board().getString("gaps[0].end")).isEqualTo(at("15:10").toString());
    assertThat(board().getList("unaccepted")).isEmpty();
  }

  @Test
  void who_has_the_gravest_comes_first_whether_on_duty_or_not() {
    scene.open(Severity.SEV3, "09:00");
    scene.open(Severity.SEV3, "09:00");
    UUID grave = scene.open(Severity.SEV1, "09:00");
    scene.goTo("14:40");
    String to = scene.handoff(grave).getString("to.tam.id");
    scene.accept(scene.handoff(grave).getString("id"), to).then().statusCode(200);

    JsonPath board = board();
    assertThat(board.getString("accountable[0].tam.id")).isEqualTo(to);
    assertThat(board.getString("accountable[0].region")).isEqualTo("AMER");
    assertThat(board.getInt("accountable[0].open.SEV1")).isEqualTo(1);
    assertThat(board.getList("accountable.drop(1).region")).containsOnly("EMEA");
    assertThat(board.getInt("accountable.drop(1).sum { it.open.SEV3 }")).isEqualTo(2);
  }

  @Test
  void where_nobody_has_a_shift_the_band_is_empty_and_the_next_hole_is_named() {
    scene.begin("09:00", CalendarText.people().shift("EMEA", "07:00", "15:00", "emma", null));
    JsonPath board = board();
    assertThat(board.getString("nextHole.start")).isEqualTo(at("15:00").toString());
    assertThat(board.getString("nextHole.cause")).isEqualTo("NO_SHIFT");
    assertThat(board.getList("holes")).isNotEmpty();
  }

  @Test
  void a_window_is_given_whole_in_order_and_short_enough() {
    for (String window :
        List.of(
            "from=2026-03-09T00:00:00Z",
            "to=2026-03-09T00:00:00Z",
            "from=2026-03-09T01:00:00Z&to=2026-03-09T01:00:00Z",
            "from=2026-03-09T00:00:00Z&to=2026-03-12T00:00:01Z")) {
      RestAssured.given()
          .auth()
          .oauth2(Tokens.manager())
          .get("/api/v1/board?" + window)
          .then()
          .statusCode(400);
    }
    JsonPath day = scene.get("/api/v1/board?from=2026-03-10T00:00:00Z&to=2026-03-10T08:00:00Z");
    assertThat(day.getList("band.region")).isEqualTo(List.of("APAC", "EMEA"));
    assertThat(day.getString("band[0].start")).isEqualTo(at("+00:00").toString());
  }

  @Test
  void it_takes_twelve_statements_whatever_there_is_to_read() {
    for (int i = 0; i < 5; i++) {
      scene.open(Severity.SEV3, "09:00");
    }
    scene.goTo("14:30");
    assertThat(board().getList("unaccepted")).hasSize(5);
    assertThat(CountedStatements.of(pool, unit -> boards.of(unit, at("03:00"), at("+03:00"))))
        .isLessThanOrEqualTo(STATEMENTS_MAX);
  }
}
