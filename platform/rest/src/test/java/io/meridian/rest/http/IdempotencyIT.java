package io.meridian.rest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class IdempotencyIT {
  @Inject MovableClock clock;

  private final String key = UUID.randomUUID().toString();

  @AfterEach
  void realTimeAgain() {
    clock.run();
  }

  private static Response create(String key, String title, String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body("{\"title\":\"" + title + "\",\"colour\":\"RED\",\"count\":1}")
        .post("/api/v1/samples");
  }

  private static int effect(Response response) {
    return response.then().statusCode(201).extract().path("effect");
  }

  @Test
  void a_repeat_answers_what_the_first_answered() {
    int first = effect(create(key, "a", Tokens.manager()));
    assertThat(effect(create(key, "a", Tokens.manager()))).isEqualTo(first);
  }

  @Test
  void the_same_key_with_another_body_is_422() {
    effect(create(key, "a", Tokens.manager()));
    create(key, "b", Tokens.manager())
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:meridian:problem:idempotency-key-reused"));
  }

  @Test
  void another_caller_has_keys_of_its_own() {
    int first = effect(create(key, "a", Tokens.manager()));
    assertThat(effect(create(key, "a", Tokens.of("manager-max", "manager")))).isNotEqualTo(first);
  }

  @Test
  void a_refused_request_leaves_the_key_free() {
    create(key, "fails", Tokens.manager()).then().statusCode(409);
    effect(create(key, "a", Tokens.manager()));
  }

  @Test
  void after_a_day_the_key_is_free_again() {
    int first = effect(create(key, "a", Tokens.manager()));
    clock.advance(Duration.ofHours(24).plusSeconds(1));
    assertThat(effect(create(key, "b", Tokens.manager()))).isNotEqualTo(first);
  }

  @Test
  void a_key_that_cannot_be_kept_is_400() {
    create("a b", "a", Tokens.manager())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("header:Idempotency-Key"));
    create("x".repeat(256), "a", Tokens.manager()).then().statusCode(400);
  }

  @Test
  void of_many_at_once_one_has_the_effect() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      String token = Tokens.manager();
      List<Callable<Response>> calls =
          Stream.<Callable<Response>>generate(() -> () -> create(key, "a", token))
              .limit(16)
              .toList();
      List<Response> answers =
          threads.invokeAll(calls).stream().map(IdempotencyIT::outcome).toList();
      assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
      assertThat(answers.stream().filter(a -> a.statusCode() == 201).map(IdempotencyIT::effect))
          .isNotEmpty()
          .containsOnly(effect(create(key, "a", token)));
    }
  }

  private static Response outcome(Future<Response> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
