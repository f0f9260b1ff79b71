package io.meridian.customer.customer.api;

import static io.meridian.customer.Requests.CUSTOMERS;
import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.createdId;
import static io.meridian.customer.Requests.manager;
import static io.meridian.customer.Requests.replace;
import static io.meridian.customer.Requests.replacement;
import static io.meridian.customer.Requests.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.meridian.events.CustomerEvent;
import io.meridian.events.Severity;
import io.meridian.events.Stakeholder;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class StakeholderResourceIT {
  private static final String TWO =
      """
      {"items":[
        {"name":"Max Berg","role":"CEO","email":"max@acme.example","informedFrom":"SEV1"},
        {"name":"Dana Roy","phone":"+44 20 7946 0000",
         "person":"observer-dana"}]}""";

  private static String path(String id) {
    return CUSTOMERS + "/" + id + "/stakeholders";
  }

  private static Response put(String id, String etag, String body) {
    return manager().header("If-Match", etag).body(body).put(path(id));
  }

  @Test
  void stakeholders_are_kept_in_their_order_and_told_without_their_addresses() {
    String id = createdId(body(unique("Told")));
    manager().get(path(id)).then().statusCode(200).body("items", hasSize(0));
    put(id, "\"1\"", TWO).then().statusCode(200).header("ETag", equalTo("\"2\""));
    manager()
        .get(path(id))
        .then()
        .header("ETag", equalTo("\"2\""))
        .body("items.name", contains("Max Berg", "Dana Roy"))
        .body("items[0].email", equalTo("max@acme.example"));
    try (PublishedEvents log = new PublishedEvents()) {
      assertThat(log.await(CustomerEvent.StakeholdersChanged.class, id).customer().stakeholders())
          .containsExactly(
              new Stakeholder("Max Berg", "CEO", Severity.SEV1),
              new Stakeholder("Dana Roy", null, null, "observer-dana"));
    }
  }

  @Test
  void whom_to_tell_changes_place_and_number() {
    String id = createdId(body(unique("Moved")));
    put(id, "\"1\"", TWO).then().statusCode(200);
    String three =
        "{\"items\":[{\"name\":\"Dana Roy\"},{\"name\":\"New Face\"},{\"name\":\"Max Berg\"}]}";
    put(id, "\"2\"", three).then().statusCode(200);
    manager().get(path(id)).then().body("items.name", contains("Dana Roy", "New Face", "Max Berg"));
    put(id, "\"3\"", "{\"items\":[{\"name\":\"Max Berg\"}]}").then().statusCode(200);
    manager()
        .get(path(id))
        .then()
        .header("ETag", equalTo("\"4\""))
        .body("items.name", contains("Max Berg"));
  }

  @Test
  void another_profile_keeps_the_stakeholders_and_the_same_ones_again_change_nothing() {
    String id = createdId(body(unique("Kept")));
    put(id, "\"1\"", TWO).then().statusCode(200);
    put(id, "\"2\"", TWO).then().header("ETag", equalTo("\"2\""));
    replace(id, "\"2\"", replacement(unique("Kept"), true)).then().statusCode(200);
    manager().get(path(id)).then().body("items", hasSize(2)).header("ETag", equalTo("\"3\""));
    put(id, "\"3\"", "{\"items\":[]}").then().statusCode(200);
    manager().get(path(id)).then().body("items", hasSize(0));
  }

  @Test
  void a_change_needs_the_current_etag_and_integrations_see_no_addresses() {
    String id = createdId(body(unique("Etag")));
    manager().body(TWO).put(path(id)).then().statusCode(428);
    put(id, "\"7\"", TWO).then().statusCode(412);
    given().auth().oauth2(Tokens.integration()).get(path(id)).then().statusCode(403);
    given().auth().oauth2(Tokens.tam("tam-kai")).get(path(id)).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|/items",
        "{\"items\":[{\"role\":\"CTO\"}]}|/items/0/name",
        "{\"items\":[{\"name\":\"a\",\"email\":\"nowhere\"}]}|/items/0/email",
        "{\"items\":[{\"name\":\"a\",\"email\":\"a@b.example\\nBcc:c@d.example\"}]}|/items/0/email",
        "{\"items\":[{\"name\":\"a\\u202eb\"}]}|/items/0/name",
        "{\"items\":[{\"name\":\"a\",\"phone\":\"call me\"}]}|/items/0/phone",
        "{\"items\":[{\"name\":\"a\",\"informedFrom\":\"SEV9\"}]}|/items/0/informedFrom",
        "{\"items\":[{\"name\":\"a\"},{\"name\":\" a \"}]}|/items/1/name",
        "{\"items\":[{\"name\":\"a\",\"person\":\"a b\"}]}|/items/0/person",
        "{\"items\":[{\"name\":\"a\",\"person\":\"p\"},{\"name\":\"b\",\"person\":\"p\"}]}|/items/1/person",
      })
  void bad_input_is_400_and_names_the_place(String body, String pointer) {
    String id = createdId(body(unique("Bad")));
    put(id, "\"1\"", body).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    manager().get(path(id)).then().header("ETag", equalTo("\"1\""));
  }
}
