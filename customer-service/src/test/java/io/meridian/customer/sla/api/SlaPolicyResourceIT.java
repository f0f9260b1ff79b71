package io.meridian.customer.sla.api;

import static io.meridian.customer.Requests.manager;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a tier of its own, since policies are never taken away. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class SlaPolicyResourceIT {
  private static final String POLICIES = "/api/v1/sla-policies";
  private static final String TWO =
      """
      {"targets":[
        {"severity":"SEV3","resolveWithin":"P5D"},
        {"severity":"SEV1","acknowledgeWithin":"PT15M","updateEvery":"PT1H",
         "mitigateWithin":"PT4H","resolveWithin":"PT24H"}]}\
      """;

  private static Response put(String tier, String etag, String body) {
    return manager().header("If-Match", etag).body(body).put(POLICIES + "/" + tier);
  }

  @Test
  void a_policy_is_written_found_and_told_and_the_same_one_again_changes_nothing() {
    manager()
        .get(POLICIES + "/GOLD")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("targets", hasSize(0))
        .body("changedAt", nullValue());
    put("GOLD", "\"0\"", TWO).then().statusCode(200).header("ETag", equalTo("\"1\""));
    put("GOLD", "\"1\"", TWO).then().statusCode(200).header("ETag", equalTo("\"1\""));
    given()
        .auth()
        .oauth2(Tokens.tam("tam-kai"))
        .get(POLICIES)
        .then()
        .statusCode(200)
        .body("items.tier", contains("PLATINUM", "GOLD", "SILVER", "STANDARD"))
        .body("items[1].targets.severity", contains("SEV1", "SEV3"))
        .body("items[1].targets[0].updateEvery", equalTo("PT1H"))
        .body("items[1].links.self", equalTo(POLICIES + "/GOLD"));
    try (PublishedEvents log = new PublishedEvents()) {
      var told = log.await(SlaPolicyEvent.Changed.class, "sla-policy-GOLD").policy();
      assertThat(told.tier()).isEqualTo(Tier.GOLD);
      assertThat(told.targets())
          .first()
          .isEqualTo(
              new SlaTarget(
                  Severity.SEV1,
                  Duration.ofMinutes(15),
                  Duration.ofHours(1),
                  Duration.ofHours(4),
                  Duration.ofHours(24)));
    }
    String other =
        """
        {"targets":[{"severity":"SEV2"},{"severity":"SEV1","acknowledgeWithin":"PT5M"}]}\
        """;
    put("GOLD", "\"1\"", other).then().statusCode(200).header("ETag", equalTo("\"2\""));
    manager()
        .get(POLICIES + "/GOLD")
        .then()
        .header("ETag", equalTo("\"2\""))
        .body("targets.severity", contains("SEV1", "SEV2"))
        .body("targets[0].acknowledgeWithin", equalTo("PT5M"))
        .body("targets[0].updateEvery", nullValue());
    buysServiceHoursAndAnotherTimeUntilWhatIsResolvedCloses();
  }

  private static void buysServiceHoursAndAnotherTimeUntilWhatIsResolvedCloses() {
    String bought =
        """
        {"closeAfter":"P3D","targets":[{"severity":"SEV3","serviceHours":"FOLLOW_THE_SUN"}]}\
        """;
    put("GOLD", "\"2\"", bought)
        .then()
        .statusCode(200)
        .body("targets[0].serviceHours", equalTo("FOLLOW_THE_SUN"))
        .body("closeAfter", equalTo("PT72H"));
    put("GOLD", "\"3\"", bought).then().statusCode(200).header("ETag", equalTo("\"3\""));
    try (PublishedEvents log = new PublishedEvents()) {
      var told =
          log.await(
                  SlaPolicyEvent.Changed.class,
                  1,
                  event -> event.policy().tier() == Tier.GOLD && event.policy().revision() == 3)
              .getFirst()
              .policy();
      assertThat(told.closeAfter()).isEqualTo(Duration.ofDays(3));
      assertThat(told.targets())
          .extracting(SlaTarget::serviceHours)
          .containsExactly(ServiceHours.FOLLOW_THE_SUN);
    }
    put("GOLD", "\"3\"", "{\"targets\":[{\"severity\":\"SEV3\"}]}")
        .then()
        .statusCode(200)
        .body("targets[0].serviceHours", nullValue())
        .body("closeAfter", nullValue());
  }

  @Test
  void of_two_who_write_the_first_policy_one_is_412() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Integer>> writers =
          IntStream.range(1, 7)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          put("SILVER", "\"0\"", TWO.replace("PT15M", "PT1" + i + "M"))
                              .statusCode())
              .toList();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(writers)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }
    manager().get(POLICIES + "/SILVER").then().body("revision", equalTo(1));
  }

  @Test
  void a_change_needs_the_current_etag_and_a_manager() {
    manager().body(TWO).put(POLICIES + "/STANDARD").then().statusCode(428);
    put("STANDARD", "\"5\"", TWO).then().statusCode(412);
    put("IRON", "\"0\"", TWO).then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.tam("tam-kai"))
        .contentType("application/json")
        .header("If-Match", "\"0\"")
        .body(TWO)
        .put(POLICIES + "/STANDARD")
        .then()
        .statusCode(403);
    manager().get(POLICIES + "/STANDARD").then().body("revision", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|/targets",
        "{\"targets\":[{}]}|/targets/0/severity",
        "{\"targets\":[{\"severity\":\"SEV1\",\"updateEvery\":\"hourly\"}]}|/targets/0/updateEvery",
        "{\"targets\":[{\"severity\":\"SEV1\",\"updateEvery\":\"PT0S\"}]}|/targets/0/updateEvery",
        "{\"targets\":[{\"severity\":\"SEV1\",\"resolveWithin\":\"P400D\"}]}|/targets/0/resolveWithin",
        "{\"targets\":[{\"severity\":\"SEV1\"},{\"severity\":\"SEV1\"}]}|/targets/1/severity",
        "{\"targets\":[{\"severity\":\"SEV3\",\"serviceHours\":\"24x7\"}]}|/targets/0/serviceHours",
        "{\"targets\":[],\"closeAfter\":\"PT59M\"}|/closeAfter",
        "{\"targets\":[],\"closeAfter\":\"P366D\"}|/closeAfter",
        "{\"targets\":[],\"closeAfter\":\"a week\"}|/closeAfter",
        "{\"targets\":[{\"severity\":\"SEV1\",\"mitigateWithin\":\"PT2H\",\"resolveWithin\":\"PT1H\"}]}|/targets/0",
      })
  void bad_input_is_400_and_names_the_place(String body, String pointer) {
    put("PLATINUM", "\"0\"", body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer));
    manager().get(POLICIES + "/PLATINUM").then().body("revision", equalTo(0));
  }
}
