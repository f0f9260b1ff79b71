package io.meridian.handoff.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acceptances that come at the same time share a transaction, but no fate. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class GatheredAcceptancesIT {
  private static final int AT_ONCE = 40;

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

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

  private List<UUID> offered(Severity severity, int count) {
    List<UUID> escalations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      escalations.add(scene.open(severity, "09:00"));
    }
    scene.goTo("14:30");
    return escalations;
  }

  private String handoff(UUID escalation) {
    return (String) scene.handoffs(escalation).getFirst().get("id");
  }

  private Callable<Response> accept(String handoff, String by) {
    return () -> scene.post(by, handoff + "/acceptance", new JsonObject());
  }

  @Test
  void each_of_many_at_once_gets_the_answer_to_its_own_question() throws Exception {
    List<String> mild = offered(Severity.SEV3, AT_ONCE - 4).stream().map(this::handoff).toList();
    String foreign = handoff(scene.open(Severity.SEV3, "14:30"));
    String severe = handoff(scene.open(Severity.SEV1, "14:30"));
    List<Callable<Response>> deeds = new ArrayList<>();
    mild.forEach(id -> deeds.add(accept(id, mild.indexOf(id) % 2 == 0 ? "zoe" : "adam")));
    deeds.add(accept(severe, "zoe"));
    deeds.add(accept(UUID.randomUUID().toString(), "zoe"));
    deeds.add(accept(foreign, "kai"));
    deeds.add(accept(mild.getFirst(), "zoe"));

    List<Response> answers = AtOnce.answers(threads, deeds);

    for (int i = 0; i < mild.size(); i++) {
      answers.get(i).then().statusCode(200);
      assertThat(answers.get(i).jsonPath().getString("id")).isEqualTo(mild.get(i));
      assertThat(answers.get(i).jsonPath().getString("to.tam.id"))
          .isEqualTo(i % 2 == 0 ? "zoe" : "adam");
    }
    assertThat(answers.subList(mild.size(), deeds.size()).stream().map(Response::statusCode))
        .containsExactly(400, 404, 403, 200);
  }

  @Test
  void an_acceptance_that_the_database_refuses_takes_no_other_with_it() throws Exception {
    List<UUID> escalations = offered(Severity.SEV3, 10);
    String spoilt = handoff(escalations.get(4));
    scene.sql(
        """
        create function spoil() returns trigger language plpgsql as
        $$ begin raise exception 'spoilt' using errcode = '22000'; end $$""");
    scene.sql(
        "create trigger spoil before update on handoff for each row when (old.id = '%s')"
                .formatted(spoilt)
            + " execute function spoil()");
    try {
      List<Response> answers =
          AtOnce.answers(
              threads, escalations.stream().map(e -> accept(handoff(e), "zoe")).toList());

      assertThat(answers.stream().map(Response::statusCode))
          .containsExactly(200, 200, 200, 200, 500, 200, 200, 200, 200, 200);
      assertThat(scene.handoff(escalations.get(4)).getString("state")).isEqualTo("OFFERED");
    } finally {
      scene.sql("drop function spoil cascade");
    }
    accept(spoilt, "zoe").call().then().statusCode(200);
  }
}
