package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.handoff.overview.application.MyShifts;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person opens at the boundary. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class MyShiftIT {
  /** What it takes now; one more for each card would be hundreds. */
  private static final int STATEMENTS_MAX = 14;

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject MyShifts shifts;
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

  private static JsonPath shift(String token) {
    return RestAssured.given()
        .auth()
        .oauth2(token)
        .get("/api/v1/my/shift")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath of(String tam) {
    return shift(Tokens.tam(tam));
  }

  private String handoff(UUID escalation) {
    return scene.handoff(escalation).getString("id");
  }

  @Test
  void in_mid_shift_it_says_until_when_with_whom_what_is_held_and_who_comes_after() {
    UUID escalation = scene.open(Severity.SEV2, "09:00");
    String holder = scene.accountable(escalation, "09:00").split(" ")[0];
    scene.note(
        escalation,
        2,
        "call Helena",
        new NoteDetails(NoteKind.PROMISE, at("11:00"), null, null, null));

    JsonPath mine = of(holder);

    assertThat(mine.getString("tam.zone")).isEqualTo("UTC");
    assertThat(mine.getString("now.region")).isEqualTo("EMEA");
    assertThat(mine.getString("now.until")).isEqualTo(at("15:00").toString());
    assertThat(mine.getList("now.with")).hasSize(1);
    assertThat(mine.getString("next.start")).isEqualTo(at("+07:00").toString());
    assertThat(mine.getList("holding.escalationId")).isEqualTo(List.of(escalation.toString()));
    assertThat(mine.getString("holding[0].nextDue.kind")).isEqualTo("PROMISE");
    assertThat(mine.getString("holding[0].nextDue.at")).isEqualTo(at("11:00").toString());
    assertThat(mine.getString("after.tam.id")).isEqualTo("zoe");
    assertThat(mine.getBoolean("after.reachable")).isTrue();
    assertThat(mine.getList("risks")).isEmpty();
    assertThat(mine.getMap("incoming")).isNull();
    assertThat(mine.getMap("outgoing")).isNull();
    assertThat(mine.getBoolean("complete")).isTrue();
  }

  @Test
  void before_the_boundary_one_sees_what_comes_the_gravest_first_and_the_other_what_they_leave() {
    Elsewhere elsewhere = new Elsewhere(scene);
    elsewhere.promise(1, new SlaTarget(Severity.SEV1, null, Duration.ofHours(1), null, null));
    UUID customer = elsewhere.customer();
    UUID small = scene.open(Severity.SEV3, "09:00");
    UUID grave = scene.open(Severity.SEV1, at("09:00"), customer);
    scene.goTo("14:30");
    String from = scene.handoff(grave).getString("from.tam.id");
    String to = scene.handoff(grave).getString("to.tam.id");
    scene.post(to, handoff(grave) + "/query", JsonObject.of("question", "Rolled back already?"));

    JsonPath coming = of(to);
    assertThat(coming.getMap("now")).isNull();
    assertThat(coming.getString("next.start")).isEqualTo(at("15:00").toString());
    assertThat(coming.getString("incoming.boundary")).isEqualTo(at("15:00").toString());
    assertThat(coming.getString("incoming.acceptBy")).isEqualTo(at("15:15").toString());
    assertThat(coming.getString("incoming.handoffs[0].escalationId")).isEqualTo(grave.toString());
    assertThat(coming.getBoolean("incoming.handoffs[0].needsReadBack")).isTrue();
    assertThat(coming.getString("incoming.handoffs[0].customer")).isEqualTo("Acme");
    assertThat(coming.getString("incoming.handoffs[0].nextDue.kind")).isEqualTo("SLA_UPDATE");
    assertThat(coming.getList("incoming.handoffs[0].missing")).contains("SUMMARY");
    assertThat(coming.getInt("incoming.handoffs[0].openQuestions")).isEqualTo(1);
    assertThat(coming.getInt("incoming.from.find { it.tam.id == '" + from + "' }.count"))
        .isPositive();

    JsonPath leaving = of(from);
    assertThat(leaving.getList("outgoing.handoffs.escalationId")).contains(grave.toString());
    assertThat(leaving.getInt("outgoing.incomplete")).isPositive();
    assertThat(leaving.getList("questions.toMe.question")).containsExactly("Rolled back already?");
    assertThat(scene.handoff(small).getString("state")).isEqualTo("OFFERED");
  }

  @Test
  void what_is_accepted_in_advance_stays_on_both_lists_and_is_held_until_the_boundary() {
    UUID escalation = scene.open(Severity.SEV2, "09:00");
    scene.goTo("14:30");
    String from = scene.handoff(escalation).getString("from.tam.id");
    String to = scene.handoff(escalation).getString("to.tam.id");
    String asked = handoff(escalation);
    scene.post(to, asked + "/query", JsonObject.of("question", "Rolled back already?"));
    scene.post(from, asked + "/query/1/answer", JsonObject.of("answer", "Yes."));
    scene.accept(asked, to).then().statusCode(200);

    assertThat(of(to).getList("incoming.handoffs.state")).containsExactly("ACCEPTED");
    assertThat(of(to).getList("questions.answered.answer")).containsExactly("Yes.");
    assertThat(of(to).getList("holding")).isEmpty();
    assertThat(of(from).getString("outgoing.handoffs[0].to.tam.id")).isEqualTo(to);
    assertThat(of(from).getString("holding[0].until")).isEqualTo(at("15:00").toString());

    scene.goTo("15:01");
    assertThat(of(to).getMap("incoming")).isNull();
    assertThat(of(to).getList("holding.escalationId")).containsExactly(escalation.toString());
    assertThat(of(from).getList("outgoing.handoffs.state")).containsExactly("ACCEPTED");
    assertThat(of(from).getList("holding")).isEmpty();
    scene.goTo("16:01");
    assertThat(of(from).getMap("outgoing")).isNull();
  }

  @Test
  void a_lead_on_no_roster_sees_what_they_are_asked_and_what_is_at_risk() {
    scene.begin(
        "09:00",
        CalendarText.people()
            .shift("EMEA", "07:00", "15:00", "emma", null)
            .shift("AMER", "15:00", "23:00", null, null)
            .unreachable("emma"));
    UUID escalation = scene.open(Severity.SEV2, "09:00");
    scene.goTo("14:30");
    scene.goTo("15:12");

    JsonPath lead = of("leo");
    assertThat(lead.getList("leads")).containsExactly("AMER");
    assertThat(lead.getMap("now")).isNull();
    assertThat(lead.getMap("next")).isNull();
    assertThat(lead.getList("incoming.handoffs.escalationId"))
        .containsExactly(escalation.toString());
    assertThat(lead.getList("risks.kind")).contains("UNACCEPTED", "COVERAGE_HOLE");
    assertThat(of("emma").getList("risks.kind"))
        .contains("UNACCEPTED", "EMPTY_SHIFT", "UNREACHABLE", "COVERAGE_HOLE");
    assertThat(shift(Tokens.manager()).getMap("tam")).isNull();
  }

  @Test
  void the_revision_changes_with_what_is_shown_and_not_with_the_time_of_day() {
    List<String> before = revisions();
    scene.goTo("09:10");
    assertThat(revisions()).isEqualTo(before);
    scene.open(Severity.SEV2, "09:10");
    assertThat(revisions()).isNotEqualTo(before);
  }

  private static List<String> revisions() {
    return Stream.of("emma", "noah").map(tam -> of(tam).getString("revision")).toList();
  }

  @Test
  void it_takes_fourteen_statements_whatever_there_is_to_read() {
    int least = CountedStatements.of(pool, unit -> shifts.of(unit, "nobody"));
    for (int i = 0; i < 5; i++) {
      scene.open(Severity.SEV3, "09:00");
    }
    scene.goTo("14:30");
    assertThat(of("emma").getList("holding").size() + of("noah").getList("holding").size())
        .isEqualTo(5);

    assertThat(CountedStatements.of(pool, unit -> shifts.of(unit, "emma")))
        .isBetween(least, STATEMENTS_MAX);
    assertThat(CountedStatements.of(pool, unit -> shifts.of(unit, "zoe")))
        .isLessThanOrEqualTo(STATEMENTS_MAX);
  }
}
