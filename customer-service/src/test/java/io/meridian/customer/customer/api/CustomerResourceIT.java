package io.meridian.customer.customer.api;

import static io.meridian.customer.Requests.CUSTOMERS;
import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.create;
import static io.meridian.customer.Requests.createdId;
import static io.meridian.customer.Requests.manager;
import static io.meridian.customer.Requests.replace;
import static io.meridian.customer.Requests.replacement;
import static io.meridian.customer.Requests.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class CustomerResourceIT {

  @Test
  void a_new_customer_is_answered_found_and_told() {
    String name = unique("Acme");
    Response created = create(body(name, "zendesk", name));
    String id = created.then().statusCode(201).extract().path("id");
    created
        .then()
        .header("Location", equalTo(CUSTOMERS + "/" + id))
        .header("ETag", equalTo("\"1\""))
        .body("name", equalTo(name))
        .body("tier", equalTo("GOLD"))
        .body("language", nullValue())
        .body("active", equalTo(true))
        .body("revision", equalTo(1))
        .body("externalRefs[0].id", equalTo(name))
        .body("links.self", equalTo(CUSTOMERS + "/" + id));
    given()
        .auth()
        .oauth2(Tokens.tam("tam-kai"))
        .get(CUSTOMERS + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("externalRefs[0].system", equalTo("zendesk"));
    try (PublishedEvents log = new PublishedEvents()) {
      CustomerState told = log.await(CustomerEvent.Created.class, id).customer();
      assertThat(told.name()).isEqualTo(name);
      assertThat(told.revision()).isEqualTo(1);
      assertThat(told.externalRefs()).extracting("id").containsExactly(name);
    }
  }

  @Test
  void the_same_request_twice_makes_one_customer() {
    String name = unique("Twice");
    String key = unique("key");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Response answer = manager().header("Idempotency-Key", key).body(body(name)).post(CUSTOMERS);
      ids.add(answer.then().statusCode(201).header("ETag", equalTo("\"1\"")).extract().path("id"));
    }
    assertThat(ids).hasSize(3).containsOnly(ids.getFirst());
    manager().get(CUSTOMERS + "?q=" + name).then().body("items", hasSize(1));
    manager()
        .header("Idempotency-Key", key)
        .body(body(name + "x"))
        .post(CUSTOMERS)
        .then()
        .statusCode(422);
  }

  @Test
  void a_replaced_profile_has_the_next_revision_and_is_told() {
    String id = createdId(body(unique("Before"), "jira", unique("ref")));
    String name = unique("After");
    replace(id, "\"1\"", replacement(name, false))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .header(
            "Link",
            "</api/v1/escalations?customer="
                + id
                + "&status=OPEN&status=ACKNOWLEDGED&status=RESOLVED>; rel=\"open-escalations\"")
        .body("name", equalTo(name))
        .body("homeRegion", equalTo("APAC"))
        .body("active", equalTo(false))
        .body("externalRefs", hasSize(0));
    try (PublishedEvents log = new PublishedEvents()) {
      assertThat(log.await(CustomerEvent.Updated.class, id).customer().revision()).isEqualTo(2);
    }
  }

  @Test
  void a_replacement_that_changes_nothing_keeps_the_revision() {
    String id = createdId(body(unique("Same")));
    String name = unique("Same");
    replace(id, "\"1\"", replacement(name, true)).then().header("ETag", equalTo("\"2\""));
    replace(id, "\"2\"", replacement(name, true)).then().header("ETag", equalTo("\"2\""));
  }

  @Test
  void a_change_needs_the_current_etag() {
    String id = createdId(body(unique("Etag")));
    String change = replacement(unique("x"), true);
    manager().body(change).put(CUSTOMERS + "/" + id).then().statusCode(428);
    replace(id, "\"9\"", change).then().statusCode(412).header("ETag", equalTo("\"1\""));
    replace(id, "1", change).then().statusCode(400);
    manager().get(CUSTOMERS + "/" + id).then().body("revision", equalTo(1));
  }

  @Test
  void of_two_writers_with_one_etag_one_is_412() throws Exception {
    String id = createdId(body(unique("Race")));
    String token = Tokens.manager();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> writers =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          given()
                              .auth()
                              .oauth2(token)
                              .contentType("application/json")
                              .header("If-Match", "\"1\"")
                              .body(replacement("writer " + i, true))
                              .put(CUSTOMERS + "/" + id)
                              .statusCode())
              .toList();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(writers)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }
    manager().get(CUSTOMERS + "/" + id).then().body("revision", equalTo(2));
  }

  @Test
  void an_external_reference_stands_for_one_customer() {
    String ref = unique("ref");
    String owner = unique("Owner");
    String ownerId = createdId(body(owner, "zendesk", ref));
    create(body(unique("Thief"), "zendesk", ref))
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:meridian:problem:external-ref-taken"))
        .body("detail", allOf(containsString(owner), containsString(ownerId)));
    createdId(body(unique("Other"), "jira", ref));
    String third = createdId(body(unique("Third")));
    String claim =
        replacement("third", true)
            .replace(
                "\"externalRefs\":[]",
                "\"externalRefs\":[{\"system\":\"zendesk\",\"id\":\"" + ref + "\"}]");
    replace(third, "\"1\"", claim).then().statusCode(409);
    manager().get(CUSTOMERS + "/" + third).then().body("revision", equalTo(1));
    replace(ownerId, "\"1\"", replacement(owner, true)).then().statusCode(200);
    replace(third, "\"1\"", claim).then().statusCode(200);
  }

  @Test
  void of_many_who_take_one_reference_at_once_one_has_it_and_the_others_are_told_whose_it_is()
      throws Exception {
    String ref = unique("ref");
    String token = Tokens.manager();
    List<Response> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Response>> takers =
          IntStream.range(0, 8)
              .<Callable<Response>>mapToObj(
                  i ->
                      () ->
                          given()
                              .auth()
                              .oauth2(token)
                              .contentType("application/json")
                              .body(body(unique("Taker"), "zendesk", ref))
                              .post(CUSTOMERS))
              .toList();
      for (Future<Response> answer : threads.invokeAll(takers)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers)
        .extracting(Response::statusCode)
        .containsOnlyOnce(201)
        .containsOnly(201, 409);
    String owner =
        answers.stream().filter(a -> a.statusCode() == 201).findFirst().orElseThrow().path("id");
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 409)
        .allSatisfy(answer -> assertThat(answer.<String>path("detail")).contains(owner));
  }

  @Test
  void of_a_customers_references_one_goes_one_stays_changed_and_one_comes() {
    String mark = unique("ref");
    String id = createdId(body(unique("Refs")));
    String refs =
        "[{\"system\":\"jira\",\"id\":\"%1$s\"},{\"system\":\"zendesk\",\"id\":\"%1$s\",\"url\":\"https://a.example\"}]";
    String other =
        "[{\"system\":\"raw\",\"id\":\"%1$s\"},{\"system\":\"zendesk\",\"id\":\"%1$s\",\"url\":\"https://b.example\"}]";
    String profile = replacement(unique("Refs"), true);
    replace(id, "\"1\"", profile.replace("[]", refs.formatted(mark))).then().statusCode(200);
    replace(id, "\"2\"", profile.replace("[]", other.formatted(mark))).then().statusCode(200);
    manager()
        .get(CUSTOMERS + "/" + id)
        .then()
        .header("ETag", equalTo("\"3\""))
        .body("externalRefs.system", contains("raw", "zendesk"))
        .body("externalRefs.url", contains(null, "https://b.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|/homeRegion",
        "{\"name\":\"\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\"}|/name",
        "{\"name\":\"n\",\"tier\":\"IRON\",\"homeRegion\":\"EMEA\"}|/tier",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"E M\"}|/homeRegion",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"language\":\"English\"}|/language",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"id\":\"x\"}|/id",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"revision\":7}|/revision",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"externalRefs\":[{\"system\":\"Zen\",\"id\":\"1\"}]}|/externalRefs/0/system",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"externalRefs\":[{\"system\":\"a\",\"id\":\"1\"},{\"system\":\"a\",\"id\":\"1\"}]}|/externalRefs/1",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"externalRefs\":[{\"system\":\"a\",\"id\":\"1\",\"url\":\"javascript:x\"}]}|/externalRefs/0/url",
        "{\"name\":\"n\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\",\"tamAssignments\":{\"EMEA\":\"a b\"}}|/tamAssignments/EMEA",
        "{\"name\":\"a\\u0000\",\"tier\":\"GOLD\",\"homeRegion\":\"EMEA\"}|/name",
      })
  void bad_input_is_400_names_the_place_and_changes_nothing(String body, String pointer) {
    try (PublishedEvents log = new PublishedEvents()) {
      int before = log.all().size();
      create(body)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors[0].pointer", equalTo(pointer));
      assertThat(log.all()).hasSize(before);
    }
  }

  @Test
  void reading_is_for_tams_managers_and_auditors_and_writing_for_managers() {
    String id = createdId(body(unique("Roles")));
    for (String token : List.of(Tokens.tam("tam-kai"), Tokens.manager(), Tokens.auditor())) {
      given().auth().oauth2(token).get(CUSTOMERS + "/" + id).then().statusCode(200);
      given().auth().oauth2(token).get(CUSTOMERS).then().statusCode(200);
    }
    for (String token :
        List.of(Tokens.tam("tam-kai"), Tokens.auditor(), Tokens.integration(), Tokens.admin())) {
      given()
          .auth()
          .oauth2(token)
          .contentType("application/json")
          .body(body("x"))
          .post(CUSTOMERS)
          .then()
          .statusCode(403);
      given()
          .auth()
          .oauth2(token)
          .contentType("application/json")
          .header("If-Match", "\"1\"")
          .body(replacement("x", true))
          .put(CUSTOMERS + "/" + id)
          .then()
          .statusCode(403);
    }
    given().get(CUSTOMERS + "/" + id).then().statusCode(401);
  }

  @Test
  void an_unknown_customer_is_404() {
    manager().get(CUSTOMERS + "/" + UUID.randomUUID()).then().statusCode(404);
    manager().get(CUSTOMERS + "/7").then().statusCode(404);
    replace(UUID.randomUUID().toString(), "\"1\"", replacement("x", true)).then().statusCode(404);
  }
}
