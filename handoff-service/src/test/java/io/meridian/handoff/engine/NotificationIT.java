package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.HandoffEvent;
import io.meridian.events.Severity;
import io.meridian.handoff.engine.FakeHooks.Hook;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.audit.WrittenEntry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told of a shift change, and what a provider can do to it: nothing. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class NotificationIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private FakeHooks hooks;

  @BeforeEach
  void begin() {
    scene = new Scene(clock, pool);
    hooks = new FakeHooks(clock, "assigned");
    scene.forget("notification, notification_item, notification_attempt");
  }

  @AfterEach
  void end() {
    hooks.close();
    scene.close();
  }

  /** Everybody has a webhook below their name. */
  private CalendarText reachable() {
    CalendarText calendar = CalendarText.followTheSun();
    for (String tam : List.of("emma", "zoe", "adam", "leo", "lena")) {
      calendar.channel(tam, "WEBHOOK", hooks.url("127.0.0.1", "/" + tam), "PT0S");
    }
    return calendar;
  }

  private List<UUID> offered(int count, CalendarText calendar) {
    scene.begin("14:00", calendar);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count - 1; i++) {
      ids.add(scene.tellOpened(Severity.SEV3, at("14:00"), null));
    }
    await()
        .until(
            () ->
                scene.sql("select 1 from accountability where upper_inf(during)").size()
                    == count - 1);
    ids.add(scene.open(Severity.SEV3, "14:00"));
    scene.goTo("14:30");
    soon();
    return ids;
  }

  /** What waits for more of the same has waited. */
  private void soon() {
    clock.advance(Duration.ofMillis(150));
  }

  private JsonPath log(String query) {
    return scene.get("/api/v1/notifications" + query);
  }

  @Test
  void a_shift_change_of_fifty_escalations_is_one_signed_message_to_each() {
    offered(50, reachable());
    Hook incoming = hooks.await("/zoe", 1).getFirst();
    assertThat(incoming.kind()).isEqualTo("incoming");
    assertThat(incoming.subject()).isEqualTo("Coming to you at 15:00: 25 escalations from EMEA");
    assertThat(hooks.await("/adam", 1).getFirst().subject()).isEqualTo(incoming.subject());
    assertThat(incoming.signature()).startsWith("v1,");
    assertThat(hooks.await("/emma", 1).getFirst().kind()).isEqualTo("prepare");
    await().until(() -> log("?recipient=zoe&status=DELIVERED").getList("items").size() == 1);
    JsonPath one = log("/" + incoming.id());
    assertThat(one.getInt("items")).isEqualTo(25);
    assertThat(one.getString("attempts[0].outcome")).isEqualTo("DELIVERED");
    assertThat(one.getString("attempts[0].target")).startsWith("127.0.0.1:").doesNotContain("/zoe");
    assertThat(hooks.at("/zoe")).hasSize(1);
  }

  @Test
  void a_tam_tries_a_channel_of_their_own_and_hears_at_once_what_became_of_it() {
    CalendarText calendar = reachable();
    calendar.channel("lena", "WEBHOOK", hooks.url("127.0.0.1", "/gone/lena"), "PT1M");
    scene.begin("14:00", calendar);
    tried("zoe", 1)
        .then()
        .statusCode(200)
        .body("taken", equalTo(true))
        .body("failure", nullValue());
    assertThat(hooks.await("/zoe", 1).getFirst().kind()).isEqualTo("test");
    tried("zoe", 1).then().statusCode(429);
    tried("emma", 2).then().statusCode(404);
    tried("lena", 2)
        .then()
        .statusCode(200)
        .body("taken", equalTo(false))
        .body("failure", not(emptyOrNullString()))
        .body("target", not(containsString("lena")));
  }

  private static Response tried(String tam, int channel) {
    return given().auth().oauth2(Tokens.tam(tam)).post("/api/v1/me/channels/" + channel + "/test");
  }

  @Test
  void what_the_log_repeats_is_told_once() {
    UUID escalation = offered(1, reachable()).getFirst();
    hooks.await("/zoe", 1);
    HandoffEvent.Offered offered =
        scene
            .kafka()
            .await(
                HandoffEvent.Offered.class,
                1,
                e -> e.handoffs().getFirst().escalationId().equals(escalation))
            .getFirst();
    scene.kafka().publish(offered);
    UUID other = scene.open(Severity.SEV3, "14:00");
    await().until(() -> !scene.handoffs(other).isEmpty());
    soon();
    hooks.await("/zoe", 2);
    for (UUID told : List.of(escalation, other)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(scene.messages(told, "INCOMING", "zoe")).containsExactly("DELIVERED"));
    }
  }

  @Test
  void a_provider_that_hangs_delays_no_handoff_and_nobody_elses_message() {
    CalendarText hanging = CalendarText.followTheSun();
    hanging.channel("zoe", "SLACK", hooks.url("localhost", "/hangs/zoe"), "PT0S");
    hanging.channel("zoe", "WEBHOOK", hooks.url("127.0.0.1", "/zoe"), "PT1M");
    hanging.channel("emma", "WEBHOOK", hooks.url("127.0.0.1", "/emma"), "PT0S");
    UUID escalation = offered(1, hanging).getFirst();
    hooks.await("/hangs/zoe", 1);
    hooks.await("/emma", 1);
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("ACCEPTED");
  }

  @Test
  void a_dead_channel_falls_through_to_the_next_after_its_delay() {
    CalendarText calendar = CalendarText.followTheSun();
    calendar.channel("zoe", "TEAMS", hooks.url("localhost", "/gone"), "PT0S");
    calendar.channel("zoe", "WEBHOOK", hooks.url("127.0.0.1", "/zoe"), "PT1M");
    offered(1, calendar);
    hooks.await("/gone", 1);
    await().untilAsserted(() -> assertThat(outcomes("zoe")).contains("1 REFUSED"));
    assertThat(hooks.at("/zoe")).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    Hook hook = hooks.await("/zoe", 1).getFirst();
    await().untilAsserted(() -> assertThat(outcomes("zoe")).contains("2 DELIVERED"));
    assertThat(log("/" + hook.id()).getList("attempts.channel"))
        .containsExactly("TEAMS", "WEBHOOK");
    assertThat(hooks.at("/gone")).hasSize(1);
  }

  /** How each attempt to reach somebody ended: "1 REFUSED". */
  private List<String> outcomes(String recipient) {
    List<String> outcomes = new ArrayList<>();
    scene
        .sql(
            "select a.number || ' ' || coalesce(a.outcome, 'under way') as ended from"
                + " notification_attempt a join notification n on n.id = a.notification_id where"
                + " n.recipient = $1 order by n.id, a.number",
            recipient)
        .forEach(row -> outcomes.add(row.getString("ended")));
    return outcomes;
  }

  @Test
  void a_crash_before_the_answer_was_written_down_sends_again_under_the_same_id() {
    offered(1, reachable());
    Hook first = hooks.await("/zoe", 1).getFirst();
    UUID id = UUID.fromString(first.id());
    await().until(() -> log("/" + id).getString("status").equals("DELIVERED"));
    // as the database is after a crash between the provider's answer and the commit
    scene.sql(
        "update notification set status = 'PENDING', delivered_at = null, claimed_until = now() -"
            + " interval '1 s' where id = $1",
        id);
    scene.sql(
        "update notification_attempt set ended_at = null, outcome = null where notification_id ="
            + " $1",
        id);
    assertThat(hooks.await("/zoe", 2)).extracting(Hook::id).containsOnly(first.id());
    await().until(() -> log("/" + id).getString("status").equals("DELIVERED"));
    assertThat(log("/" + id).getList("attempts.outcome")).containsExactly("LOST", "DELIVERED");
  }

  @Test
  void decline_deadline_gap_and_its_end_are_told_to_whom_they_concern() {
    UUID escalation = offered(1, reachable()).getFirst();
    hooks.await("/zoe", 1);
    String id = scene.handoff(escalation).getString("id");
    scene.decline(id, "zoe", "on a plane").then().statusCode(200);
    soon();
    hooks.await("/adam", 1);
    assertThat(hooks.await("/emma", 2)).extracting(Hook::kind).contains("declined");
    scene.goTo("15:00");
    clock.advance(Duration.ofSeconds(3));
    assertThat(hooks.await("/leo", 1).getFirst().subject()).startsWith("Unattended since 15:00");
    scene.goTo("15:10");
    assertThat(hooks.await("/adam", 3))
        .extracting(Hook::kind)
        .containsExactly("offered", "gap-opened", "reminder");
    scene.goTo("15:15");
    soon();
    assertThat(hooks.await("/leo", 2)).extracting(Hook::kind).containsOnlyOnce("unaccepted");
    scene.accept(id, "leo").then().statusCode(200);
    soon();
    clock.advance(Duration.ofSeconds(40));
    assertThat(hooks.await("/leo", 3)).extracting(Hook::kind).containsOnlyOnce("gap-closed");
  }

  @Test
  void who_has_accepted_is_not_reminded() {
    UUID escalation = offered(1, reachable()).getFirst();
    hooks.await("/zoe", 1);
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    clock.set(Instant.parse("2026-03-09T15:11:00Z"));
    await().until(() -> List.of("OBSOLETE").equals(scene.messages(escalation, "REMINDER", "zoe")));
    assertThat(hooks.at("/zoe")).hasSize(1);
  }

  @Test
  void a_manager_sends_something_again_and_a_tam_sees_their_own_alone() {
    offered(1, reachable());
    String id = hooks.await("/zoe", 1).getFirst().id();
    await().until(() -> log("/" + id).getString("status").equals("DELIVERED"));
    String path = "/api/v1/notifications/" + id;
    given().auth().oauth2(Tokens.tam("zoe")).get(path).then().statusCode(200);
    given().auth().oauth2(Tokens.tam("adam")).get(path).then().statusCode(404);
    given().auth().oauth2(Tokens.tam("zoe")).post(path + "/redelivery").then().statusCode(403);
    long before = WrittenEntry.last();
    given().auth().oauth2(Tokens.manager()).post(path + "/redelivery").then().statusCode(202);
    assertThat(WrittenEntry.after(before))
        .filteredOn(entry -> entry.what().equals("POST /api/v1/notifications/{id}/redelivery"))
        .extracting(WrittenEntry::kind, WrittenEntry::object, WrittenEntry::actor)
        .containsExactly(tuple("notification", id, "manager-mia"));
    assertThat(hooks.await("/zoe", 2).getLast().id()).isEqualTo(id + ".1");
    given()
        .auth()
        .oauth2(Tokens.tam("adam"))
        .get("/api/v1/notifications?recipient=zoe")
        .then()
        .statusCode(403);
  }

  @Test
  void hours_without_anybody_on_duty_are_told_to_the_leads_in_one_message() {
    scene.begin("14:00", CalendarText.followTheSun());
    scene.change(
        CalendarText.people()
            .shift("EMEA", "07:00", "15:00", "emma", "noah")
            .shift("AMER", "16:00", "07:00", "zoe", "adam")
            .channel("leo", "WEBHOOK", hooks.url("127.0.0.1", "/leo"), "PT0S"));
    await().until(() -> !log("?kind=COVERAGE_ALARM&recipient=leo").getList("items").isEmpty());
    soon();
    assertThat(hooks.await("/leo", 1).getFirst().subject())
        .matches("Nobody on duty: \\d+ gaps ahead");
    assertThat(hooks.at("/leo")).hasSize(1);
  }

  @Test
  void a_tam_on_duty_soon_whom_nothing_reaches_is_told_to_the_lead_of_the_region() {
    CalendarText calendar =
        CalendarText.followTheSun()
            .unreachable("zoe")
            .channel("leo", "WEBHOOK", hooks.url("127.0.0.1", "/leo"), "PT0S")
            .channel("lena", "WEBHOOK", hooks.url("127.0.0.1", "/lena"), "PT0S");
    scene.begin("14:00", calendar);
    await().until(() -> !log("?kind=UNREACHABLE&recipient=leo").getList("items").isEmpty());
    soon();
    assertThat(hooks.await("/leo", 1).getFirst().subject())
        .isEqualTo("No working channel: Zoe, on duty from 15:00");
    assertThat(log("?kind=UNREACHABLE").getList("items.recipient")).containsExactly("leo");
    assertThat(hooks.at("/lena")).isEmpty();
  }

  @Test
  void a_tam_whose_only_channel_refused_the_last_message_is_told_until_they_have_another() {
    CalendarText dead =
        CalendarText.followTheSun()
            .channel("zoe", "TEAMS", hooks.url("localhost", "/gone/zoe"), "PT0S")
            .channel("leo", "WEBHOOK", hooks.url("127.0.0.1", "/leo"), "PT0S");
    offered(1, dead);
    hooks.await("/gone/zoe", 1);
    await().until(() -> !log("?kind=UNREACHABLE&recipient=leo").getList("items").isEmpty());
    String detail = "items.find { it.kind == 'NO_CHANNEL' && it.tam == 'zoe' }.detail";
    assertThat(warnings().getString(detail)).contains("no contact channel that works");
    scene.change(
        CalendarText.followTheSun()
            .channel("zoe", "TEAMS", hooks.url("localhost", "/zoe"), "PT0S")
            .channel("leo", "WEBHOOK", hooks.url("127.0.0.1", "/leo"), "PT0S"));
    assertThat(warnings().getString(detail)).isNull();
  }

  @Test
  void a_message_that_reaches_nobody_says_why() {
    CalendarText calendar = CalendarText.followTheSun().unreachable("zoe");
    calendar.channel("leo", "TEAMS", hooks.url("localhost", "/gone/leo"), "PT0S");
    offered(1, calendar);
    assertThat(cause("emma", "ASSIGNED")).isEqualTo("NO_MAIL_SERVER");
    assertThat(cause("zoe", "INCOMING")).isEqualTo("NO_CHANNEL");
    await().until(() -> !log("?kind=UNREACHABLE&recipient=leo").getList("items").isEmpty());
    soon();
    hooks.await("/gone/leo", 1);
    assertThat(cause("leo", "UNREACHABLE")).isEqualTo("CHANNEL_DEAD");
    JsonPath dead = log("?status=UNREACHABLE&recipient=leo&kind=UNREACHABLE");
    assertThat(dead.getString("items[0].cause.since")).startsWith("2026-03-09T1");
    String mail = log("?recipient=emma&kind=ASSIGNED").getString("items[0].id");
    given()
        .auth()
        .oauth2(Tokens.manager())
        .post("/api/v1/notifications/" + mail + "/redelivery")
        .then()
        .statusCode(409)
        .body("detail", containsString("no mail server is configured"));
  }

  private String cause(String recipient, String kind) {
    String query = "?status=UNREACHABLE&recipient=" + recipient + "&kind=" + kind;
    return await().until(() -> log(query).getString("items[0].cause.code"), code -> code != null);
  }

  private JsonPath warnings() {
    return scene.get("/api/v1/coverage/warnings");
  }
}
