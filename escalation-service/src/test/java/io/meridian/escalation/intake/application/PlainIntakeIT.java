package io.meridian.escalation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.intake.api.Webhook;
import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One transaction a request: the path that the batches are compared with. */
@QuarkusTest
@TestProfile(PlainIntakeIT.OneByOne.class)
@WithTestResource(MeridianServers.class)
class PlainIntakeIT {

  public static class OneByOne implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("meridian.intake.batching", "false");
    }
  }

  @Test
  void many_senders_at_once_leave_each_ticket_at_its_newest_message() throws Exception {
    Webhook desk = Webhook.admitted("generic");
    Instant now = Clock.systemUTC().instant();
    List<Future<Response>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 240; i++) {
        String body =
            "{\"externalId\":\"%d\",\"version\":%d,\"title\":\"t\",\"severity\":\"SEV2\"}"
                .formatted(i % 40, i % 6);
        running.add(threads.submit(() -> send(desk, body, now)));
      }
    }

    List<Response> answers = new ArrayList<>();
    for (Future<Response> one : running) {
      answers.add(one.get());
    }
    assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(40);
    assertThat(answers.stream().map(answer -> answer.path("escalationId")).distinct()).hasSize(40);
  }

  /** Sends again while the service cannot answer, as every sender does. */
  private static Response send(Webhook desk, String body, Instant now) {
    Response answer = desk.send(body, now);
    for (int i = 0; i < 10 && answer.statusCode() == 503; i++) {
      answer = desk.send(body, now);
    }
    return answer;
  }
}
