package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.handoff.engine.Scene.column;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody answers at once; exactly one answer has an effect. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ParallelAnswersIT {
  private static final int ROUNDS = 12;
  private static final int MANY = 1_000;

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @BeforeEach
  void follow_the_sun() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    scene.close();
  }

  @Test
  void on_one_handoff_all_kinds_of_answers_at_once_have_one_effect_in_the_end() throws Exception {
    List<UUID> escalations = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      escalations.add(scene.open(Severity.SEV3, "09:00"));
    }
    scene.goTo("14:30");
    scene.goTo("15:00");
    scene.goTo("15:05");
    for (int i = 0; i < ROUNDS; i++) {
      UUID escalation = escalations.get(i);
      String id = (String) scene.handoffs(escalation).getFirst().get("id");
      boolean closes = i % 3 == 0;
      List<Integer> accepted = answerAtOnce(escalation, id, closes);
      assertThat(accepted.stream().filter(status -> status == 200).count())
          .as("acceptances of %s", escalation)
          .isLessThanOrEqualTo(1);
      if (closes) {
        awaitClosed(i / 3 + 1);
      }
      oneEffect(escalation, accepted, closes);
    }
    whatIsToldIsWhatIsStored();
  }

  /** Two accept, one declines, one takes over, one reassigns, one closes; the two first answers. */
  private List<Integer> answerAtOnce(UUID escalation, String id, boolean closes) throws Exception {
    List<Callable<Integer>> deeds = new ArrayList<>();
    deeds.add(() -> scene.accept(id, "zoe").statusCode());
    deeds.add(() -> scene.accept(id, "adam").statusCode());
    deeds.add(() -> scene.decline(id, "zoe", "busy").statusCode());
    deeds.add(() -> scene.takeOver(escalation, "adam").statusCode());
    deeds.add(() -> reassign(escalation));
    if (closes) {
      deeds.add(
          () -> {
            scene.tellClosed(escalation, at("15:05"));
            return 0;
          });
    }
    List<Integer> statuses = AtOnce.answers(threads, deeds);
    assertThat(statuses).allSatisfy(status -> assertThat(status).isLessThan(500));
    return statuses.subList(0, 2);
  }

  private static int reassign(UUID escalation) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.manager())
        .contentType(ContentType.JSON)
        .body(JsonObject.of("tam", "ivy", "reason", "knows it").encode())
        .post("/api/v1/accountability/" + escalation + "/reassignment")
        .statusCode();
  }

  private void oneEffect(UUID escalation, List<Integer> accepted, boolean closed) {
    Map<String, Object> first = scene.handoffs(escalation).getFirst();
    boolean taken = accepted.contains(200);
    assertThat(first.get("state")).isEqualTo(taken ? "ACCEPTED" : "CANCELLED");
    assertThat(
            count("accountability where handoff_id is not null and escalation_id = $1", escalation))
        .as("intervals by acceptance; none when it closed at the very instant")
        .isLessThanOrEqualTo(taken ? 1 : 0);
    assertThat(count("accountability where escalation_id = $1 and upper_inf(during)", escalation))
        .isEqualTo(closed ? 0 : 1);
    assertThat(
            count(
                "handoff where escalation_id = $1 and status not in ('ACCEPTED', 'CANCELLED')",
                escalation))
        .isLessThanOrEqualTo(closed ? 0 : 1);
  }

  @Test
  void during_a_bulk_offer_a_thousand_are_accepted_declined_closed_and_reassigned()
      throws Exception {
    List<UUID> escalations = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      escalations.add(scene.tellOpened(Severity.SEV3, at("09:00").plusMillis(i), null));
    }
    await().until(() -> count("accountability where upper_inf(during)") == MANY);

    scene.jump("14:30");
    List<Future<?>> deeds = new ArrayList<>();
    for (String tam : List.of("zoe", "adam", "zoe")) {
      deeds.add(threads.submit(() -> repeat(15, () -> takeAll(tam))));
    }
    deeds.add(threads.submit(() -> repeat(15, this::declineSome)));
    deeds.add(
        threads.submit(
            () -> escalations.subList(0, 200).forEach(e -> scene.tellClosed(e, at("14:30")))));
    deeds.add(threads.submit(() -> escalations.subList(200, 260).forEach(e -> reassign(e))));
    for (Future<?> deed : deeds) {
      deed.get();
    }
    awaitClosed(200);
    scene.awaitEngine();

    assertThat(
            count(
                "escalation e where closed_at is not null and exists (select from handoff h where"
                    + " h.escalation_id = e.id and status not in ('ACCEPTED', 'CANCELLED'))"))
        .isZero();
    assertThat(
            count(
                "escalation e where closed_at is null and not exists (select from handoff h where"
                    + " h.escalation_id = e.id and status <> 'CANCELLED')"))
        .as("open, held by somebody who goes at 15:00, and without a handoff")
        .isLessThanOrEqualTo(60);
    assertThat(
            count(
                "handoff h where status = 'ACCEPTED' and (select count(*) from accountability a"
                    + " where a.handoff_id = h.id and a.tam = h.to_tam) <> 1"))
        .isZero();
    whatIsToldIsWhatIsStored();
    scene.goTo("15:00");
    assertThat(
            count(
                "accountability where during @> $1::timestamptz and handoff_id is not null",
                column(at("15:00"))))
        .isEqualTo(count("handoff where status = 'ACCEPTED'"));
    assertThat(count("gap where lower(during) < $1", column(at("15:00")))).isLessThanOrEqualTo(60);
  }

  /** Until everything is offered, and a while longer. */
  private void repeat(int times, Runnable deed) {
    int left = times;
    while (left > 0) {
      left = scene.due(at("14:30")) > 0 ? times : left - 1;
      deed.run();
    }
  }

  private void takeAll(String tam) {
    scene.post(tam, "accept", JsonObject.of("all", true)).then().statusCode(200);
  }

  private void declineSome() {
    scene
        .get("/api/v1/handoffs?state=OFFERED&to=zoe&limit=5")
        .getList("items.id")
        .forEach(id -> scene.decline((String) id, "zoe", "busy"));
  }

  private void awaitClosed(int atLeast) {
    await().until(() -> count("escalation where closed_at is not null") >= atLeast);
  }

  /** Every revision of every handoff was told once, and the last one is what is stored. */
  private void whatIsToldIsWhatIsStored() {
    Map<UUID, Long> stored = new HashMap<>();
    scene
        .sql("select id, revision from handoff")
        .forEach(row -> stored.put(row.getUUID("id"), row.getLong("revision")));
    await()
        .untilAsserted(
            () -> {
              Map<UUID, List<Long>> told = new HashMap<>();
              scene.kafka().all();
              for (HandoffEvent event : scene.kafka().of(HandoffEvent.class)) {
                for (HandoffState state : event.handoffs()) {
                  told.computeIfAbsent(state.id(), id -> new ArrayList<>()).add(state.revision());
                }
              }
              stored.forEach(
                  (id, revision) -> {
                    List<Long> revisions = told.getOrDefault(id, List.of());
                    assertThat(new TreeSet<>(revisions)).hasSize(revisions.size());
                    assertThat(revisions).hasSize((int) (long) revision);
                  });
            });
  }

  private long count(String from, Object... values) {
    return scene.sql("select count(*) from " + from, values).iterator().next().getLong(0);
  }
}
