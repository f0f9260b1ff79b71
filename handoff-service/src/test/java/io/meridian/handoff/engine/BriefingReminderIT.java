package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.engine.FakeHooks.Hook;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever leaves is told once more what their briefings lack, and providers are not pressed. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BriefingReminderIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private FakeHooks hooks;

  @BeforeEach
  void begin() {
    scene = new Scene(clock, pool);
    hooks = new FakeHooks(clock, "assigned", "raised");
    scene.forget("notification, notification_item, notification_attempt");
    scene.begin("14:00", told("/emma", "/noah", "/zoe"));
  }

  @AfterEach
  void end() {
    hooks.close();
    scene.close();
  }

  private CalendarText told(String emma, String noah, String zoe) {
    return CalendarText.followTheSun()
        .channel("emma", "WEBHOOK", hooks.url("127.0.0.1", emma), "PT0S")
        .channel("noah", "WEBHOOK", hooks.url("127.0.0.1", noah), "PT0S")
        .channel("zoe", "WEBHOOK", hooks.url("127.0.0.1", zoe), "PT0S");
  }

  /** Prepared at 14:30, and who hands over has been told. */
  private UUID prepared() {
    UUID escalation = scene.open(Severity.SEV3, "14:00");
    scene.goTo("14:30");
    clock.advance(Duration.ofMillis(150));
    String from = scene.handoff(escalation).getString("from.tam.id");
    assertThat(hooks.await("/" + from, 1).getFirst().kind()).isEqualTo("prepare");
    await().until(() -> messages(escalation).equals(List.of("PENDING")));
    return escalation;
  }

  private List<String> messages(UUID escalation) {
    String from = scene.handoff(escalation).getString("from.tam.id");
    return scene.messages(escalation, "INCOMPLETE", from);
  }

  @Test
  void ten_minutes_before_the_boundary_what_is_missing_is_listed_once() {
    UUID escalation = prepared();
    String path = "/" + scene.handoff(escalation).getString("from.tam.id");
    scene.goTo("14:49");
    scene.goTo("14:50");
    List<Hook> told = hooks.await(path, 2);
    assertThat(told.getLast().kind()).isEqualTo("incomplete");
    assertThat(told.getLast().subject()).startsWith("Briefing incomplete, handover at 15:00: ESC-");
    assertThat(told.getLast().json().getJsonObject("data").getString("text"))
        .contains("; the briefing lacks summary")
        .contains("Please complete the briefing before you leave.");
    await().until(() -> messages(escalation).equals(List.of("DELIVERED")));
    scene.goTo("15:00");
    assertThat(hooks.at(path)).extracting(Hook::kind).containsOnlyOnce("incomplete");
  }

  @Test
  void who_has_completed_it_meanwhile_hears_nothing() {
    UUID escalation = prepared();
    scene.note(escalation, 2, "rolled back, watching", null);
    scene.goTo("14:51");
    await().until(() -> messages(escalation).equals(List.of("OBSOLETE")));
  }

  @Test
  void a_severity_raised_after_the_preparation_plans_the_check_again() {
    UUID escalation = complete();
    new Elsewhere(scene).regrade(escalation, 3, Severity.SEV2, clock.instant());
    await().until(() -> messages(escalation).equals(List.of("PENDING")));
    String from = scene.handoff(escalation).getString("from.tam.id");
    scene.goTo("14:50");
    Hook told =
        hooks.await("/" + from, 2).stream()
            .filter(hook -> hook.kind().equals("incomplete"))
            .findFirst()
            .orElseThrow();
    assertThat(told.json().getJsonObject("data").getString("text"))
        .contains("SEV2")
        .contains("; the briefing lacks severity reason, customer contact, action");
  }

  @Test
  void a_severity_raised_minutes_before_the_boundary_is_told_at_once() {
    UUID escalation = complete();
    String from = scene.handoff(escalation).getString("from.tam.id");
    scene.goTo("14:55");
    new Elsewhere(scene).regrade(escalation, 3, Severity.SEV1, clock.instant());
    await().until(() -> messages(escalation).equals(List.of("PENDING")));
    clock.advance(Duration.ofMillis(150));
    assertThat(hooks.await("/" + from, 2).getLast().json().getJsonObject("data").getString("text"))
        .contains("; the briefing lacks severity reason, customer contact, action, stakeholder");
  }

  /** Prepared at 14:30, with all that its severity asks for. */
  private UUID complete() {
    UUID escalation = scene.open(Severity.SEV3, "14:00");
    scene.note(escalation, 2, "rolled back, watching", null);
    scene.goTo("14:30");
    clock.advance(Duration.ofMillis(150));
    String from = scene.handoff(escalation).getString("from.tam.id");
    assertThat(hooks.await("/" + from, 1).getFirst().kind()).isEqualTo("prepare");
    assertThat(messages(escalation)).isEmpty();
    return escalation;
  }

  @Test
  void who_has_handed_over_already_hears_nothing() {
    UUID escalation = prepared();
    String to = scene.handoff(escalation).getString("to.tam.id");
    scene.accept(scene.handoff(escalation).getString("id"), to).then().statusCode(200);
    scene.goTo("14:51");
    await().until(() -> messages(escalation).equals(List.of("OBSOLETE")));
  }

  @Test
  void a_question_is_told_to_who_hands_over_and_the_answer_to_who_asked() {
    UUID escalation = prepared();
    String id = scene.handoff(escalation).getString("id");
    String from = scene.handoff(escalation).getString("from.tam.id");
    hooks.await("/zoe", 1);
    scene.post("zoe", id + "/query", JsonObject.of("question", "Since when?"));
    clock.advance(Duration.ofMillis(150));
    Hook question = hooks.await("/" + from, 2).getLast();
    assertThat(question.kind()).isEqualTo("queried");
    assertThat(question.subject()).startsWith("Zoe asks about ESC-");
    assertThat(question.json().getJsonObject("data").getString("text"))
        .contains("Zoe: Since when?");
    scene.post(from, id + "/query/1/answer", JsonObject.of("answer", "Since 14:10."));
    clock.advance(Duration.ofMillis(150));
    Hook answer = hooks.await("/zoe", 2).getLast();
    assertThat(answer.kind()).isEqualTo("answered");
    assertThat(answer.json().getJsonObject("data").getString("text")).contains("Since 14:10.");
  }

  @Test
  void a_provider_that_asks_for_time_is_left_alone_that_long() {
    scene.change(told("/busy/emma", "/busy/noah", "/zoe"));
    UUID escalation = scene.open(Severity.SEV3, "14:00");
    scene.goTo("14:30");
    clock.advance(Duration.ofMillis(150));
    String from = scene.handoff(escalation).getString("from.tam.id");
    hooks.await("/busy/" + from, 1);
    String log = "/api/v1/notifications?kind=PREPARE&recipient=" + from;
    await().until(() -> scene.get(log).getString("items[0].dueAt").startsWith("2026-03-09T14:32"));
    String id = scene.get(log).getString("items[0].id");
    assertThat(scene.get("/api/v1/notifications/" + id).getString("attempts[0].detail"))
        .isEqualTo("answered 429, retry after PT2M");
    clock.set(Instant.parse("2026-03-09T14:32:01Z"));
    hooks.await("/busy/" + from, 2);
  }
}
