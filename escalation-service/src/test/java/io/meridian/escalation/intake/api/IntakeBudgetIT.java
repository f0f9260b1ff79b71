package io.meridian.escalation.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Patience;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages count for who signed them, and what nobody signed for where it came from. */
@QuarkusTest
@TestProfile(IntakeBudgetIT.Thrifty.class)
@WithTestResource(MeridianServers.class)
class IntakeBudgetIT extends IntakeSetting {
  private static final String GUESSED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** Few, and a proxy on the loopback address that tells where a message came from. */
  public static class Thrifty implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "meridian.rate.intake.per-second", "1",
          "meridian.rate.intake.burst", "5",
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
    }
  }

  private static Response send(Webhook desk, String from) {
    return desk.signed(generic("1", 1, ""), NOW).header("X-Forwarded-For", from).post(desk.path());
  }

  @Test
  void whoever_guesses_spends_their_own_budget_and_nobody_elses() {
    Webhook desk = Webhook.admitted("generic");
    Webhook guess = desk.withSecret(GUESSED);

    Patience.await().until(() -> send(guess, "203.0.113.7").statusCode() == 429);

    send(guess, "203.0.113.8").then().statusCode(401);
    send(desk, "203.0.113.7").then().statusCode(201);
  }

  @Test
  void an_integration_spends_its_own_budget_wherever_its_messages_come_from() {
    Webhook busy = Webhook.admitted("generic");
    Webhook other = Webhook.admitted("generic");

    List<Integer> answers =
        IntStream.range(0, 30)
            .mapToObj(peer -> send(busy, "203.0.113." + (100 + peer)).statusCode())
            .toList();

    assertThat(answers).startsWith(201).contains(429);
    send(other, "203.0.113.129").then().statusCode(201);
  }
}
