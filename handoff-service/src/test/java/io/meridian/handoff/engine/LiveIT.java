package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.events.GapCause;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.engine.EventStream.Sent;
import io.meridian.handoff.notification.application.live.LiveFeed;
import io.meridian.handoff.notification.application.live.News;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News of my shift, as they happen and only mine. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class LiveIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject LiveFeed feed;
  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(clock, pool);
    scene.begin("14:30", CalendarText.followTheSun());
    scene.goTo("14:31");
  }

  @AfterEach
  void end() {
    scene.close();
  }

  private static EventStream listen(String token, String lastEventId) {
    EventStream stream = EventStream.open(RestAssured.port, token, lastEventId);
    stream.await("ready");
    return stream;
  }

  private UUID offered() {
    UUID escalation = scene.open(Severity.SEV3, "14:31");
    await().until(() -> !scene.handoffs(escalation).isEmpty());
    return escalation;
  }

  @Test
  void a_tam_hears_of_what_concerns_them_and_a_manager_of_everything() {
    try (EventStream zoe = listen(Tokens.tam("zoe"), null);
        EventStream kai = listen(Tokens.tam("kai"), null);
        EventStream manager = listen(Tokens.manager(), null)) {
      UUID escalation = offered();
      Sent offer = zoe.await("handoff.offered");
      String id = scene.handoff(escalation).getString("id");
      assertThat(json(offer.data())).isEqualTo(get("/api/v1/handoffs/" + id));
      assertThat(offer.id()).isNotBlank();
      manager.await("handoff.offered");
      scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
      manager.await("handoff.accepted");
      assertThat(kai.all()).extracting(Sent::event).containsOnly("ready");
    }
  }

  @Test
  void who_comes_back_hears_what_they_missed_once() {
    String id;
    try (EventStream zoe = listen(Tokens.tam("zoe"), null)) {
      offered();
      id = zoe.await("handoff.offered").id();
    }
    UUID missed = offered();
    try (EventStream zoe = listen(Tokens.tam("zoe"), id)) {
      assertThat(zoe.await("handoff.offered").data()).contains(missed.toString());
      UUID fresh = offered();
      await().until(() -> zoe.all().stream().anyMatch(s -> s.data().contains(fresh.toString())));
      assertThat(zoe.all())
          .extracting(Sent::event)
          .filteredOn("handoff.offered"::equals)
          .hasSize(2);
    }
  }

  @Test
  void who_has_missed_too_much_is_told_to_read_anew() {
    try (EventStream zoe = EventStream.open(RestAssured.port, Tokens.tam("zoe"), "nonsense")) {
      assertThat(zoe.await("reset").id()).isNotBlank();
    }
  }

  @Test
  void an_offer_that_must_be_answered_soon_is_told_once() {
    UUID escalation = offered();
    try (EventStream zoe = listen(Tokens.tam("zoe"), null)) {
      scene.goTo("15:11");
      JsonNode near = json(zoe.await("deadline").data());
      assertThat(near.path("id").asText()).isEqualTo(scene.handoff(escalation).getString("id"));
      assertThat(near.path("acceptBy").asText()).isEqualTo("2026-03-09T15:15:00Z");
    }
  }

  @Test
  void who_accepted_before_the_shift_hears_at_its_start_that_they_are_accountable() {
    UUID escalation = offered();
    String from = scene.handoff(escalation).getString("from.tam.id");
    try (EventStream outgoing = listen(Tokens.tam(from), null);
        EventStream zoe = listen(Tokens.tam("zoe"), null);
        EventStream kai = listen(Tokens.tam("kai"), null)) {
      scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
      zoe.await("accountability.transferred");
      assertThat(zoe.all()).extracting(Sent::event).doesNotContain("accountability.took-effect");
      scene.goTo("15:00");
      JsonNode shift = json(zoe.await("shift.started").data());
      assertThat(shift.at("/primary/id").asText()).isEqualTo("zoe");
      assertThat(shift.path("start").asText()).isEqualTo("2026-03-09T15:00:00Z");
      JsonNode ledger = json(zoe.await("accountability.took-effect").data());
      JsonNode present = get("/api/v1/accountability/" + escalation);
      assertThat(ledger.path("intervals")).isEqualTo(present.path("intervals")).isNotEmpty();
      assertThat(ledger.fieldNames()).toIterable().containsExactlyElementsOf(present::fieldNames);
      outgoing.await("accountability.took-effect");
      outgoing.await("shift.ended");
      assertThat(zoe.all())
          .extracting(Sent::event)
          .containsOnlyOnce("accountability.took-effect", "shift.started");
      assertThat(kai.all()).extracting(Sent::event).containsOnly("ready");
    }
  }

  @Test
  void a_gap_is_heard_by_who_is_accountable_who_was_asked_and_the_leads_and_by_nobody_else() {
    UUID escalation = offered();
    String from = scene.handoff(escalation).getString("from.tam.id");
    try (EventStream outgoing = listen(Tokens.tam(from), null);
        EventStream lead = listen(Tokens.tam("leo"), null);
        EventStream asked = listen(Tokens.tam("zoe"), null);
        EventStream kai = listen(Tokens.tam("kai"), null)) {
      scene.goTo("15:00");
      assertThat(outgoing.await("gap.opened").data()).contains(escalation.toString());
      JsonNode gap = json(asked.await("gap.opened").data());
      assertThat(gap.at("/asked/id").asText()).isEqualTo("zoe");
      assertThat(gap.path("askedSince").asText())
          .isEqualTo(scene.handoff(escalation).getString("offeredAt"));
      assertThat(lead.await("gap.opened").data()).contains("UNACCEPTED_HANDOFF");
      scene.jump("15:05");
      scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
      lead.await("gap.closed");
      assertThat(kai.all()).extracting(Sent::event).containsOnly("ready");
    }
  }

  @Test
  void a_question_is_heard_by_who_hands_over_and_the_answer_by_who_asked() {
    UUID escalation = offered();
    String id = scene.handoff(escalation).getString("id");
    String from = scene.handoff(escalation).getString("from.tam.id");
    try (EventStream outgoing = listen(Tokens.tam(from), null);
        EventStream zoe = listen(Tokens.tam("zoe"), null)) {
      scene.post("zoe", id + "/query", JsonObject.of("question", "Since when?"));
      assertThat(outgoing.await("handoff.queried").data()).contains("Since when?");
      scene.post(from, id + "/query/1/answer", JsonObject.of("answer", "Since 14:10."));
      assertThat(zoe.await("handoff.answered").data()).contains("Since 14:10.");
    }
  }

  @Test
  void without_a_token_nobody_listens() {
    assertThat(EventStream.status(RestAssured.port, "/api/v1/handoffs/stream")).isEqualTo(401);
  }

  @Test
  void a_slow_listener_is_cut_off_and_nobody_waits_for_them() {
    AssertSubscriber<News> slow =
        feed.listen("boss", true, null).subscribe().withSubscriber(AssertSubscriber.create(0));
    try (EventStream manager = listen(Tokens.manager(), null)) {
      for (int i = 0; i < LiveFeed.WAITING_MAX + 50; i++) {
        scene.kafka().publish(new GapEvent.Closed(List.of(gap())));
      }
      await()
          .until(
              () ->
                  manager.all().stream().filter(s -> s.event().equals("gap.closed")).count()
                      == LiveFeed.WAITING_MAX + 50);
      assertThat(slow.getItems()).isEmpty();
      slow.request(Long.MAX_VALUE);
      slow.awaitFailure();
      assertThat(slow.getItems()).hasSizeLessThanOrEqualTo(LiveFeed.WAITING_MAX + 1);
    }
  }

  private static JsonNode get(String path) {
    return json(
        RestAssured.given().auth().oauth2(Tokens.manager()).get(path).then().extract().asString());
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** Of an escalation that nobody has heard of. */
  private static GapState gap() {
    return new GapState(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "ESC-0",
        null,
        Severity.SEV4,
        Scene.at("14:31"),
        Scene.at("14:45"),
        GapCause.UNACCEPTED_HANDOFF,
        "APAC",
        "EMEA",
        new Person("kai", "Kai"),
        null,
        null,
        null,
        2,
        Scene.at("14:45"));
  }
}
