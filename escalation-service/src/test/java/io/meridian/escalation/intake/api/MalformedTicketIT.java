package io.meridian.escalation.intake.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be taken as it is: mended, or refused by the name of its field. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class MalformedTicketIT extends IntakeSetting {

  @Test
  void odd_text_is_mended_and_what_was_shortened_is_named() {
    Webhook desk = Webhook.admitted("generic");
    String alarm = "\ud83d\udea8";
    String body =
        "{\"externalId\":\"odd\",\"version\":1,\"severity\":\"SEV2\",\"title\":\"%s\",\"description\":\"%s\"}"
            .formatted(alarm.repeat(501), "a\\u0000b\\ud800c");

    String id =
        outcome(desk.send(body, NOW), 201, "CREATED")
            .body("shortened", contains("title"))
            .extract()
            .path("escalationId");

    read(id)
        .body("title", equalTo(alarm.repeat(500)))
        .body("description", equalTo("a\ufffdb\ufffdc"));
    outcome(desk.send(generic("even", 1, ""), NOW), 201, "CREATED")
        .body("shortened", emptyIterable());
  }

  @ParameterizedTest
  @CsvSource({"generic, externalId", "servicenow, sys_id"})
  void an_id_that_cannot_be_stored_is_refused_and_meets_no_other_ticket(String kind, String field) {
    Webhook desk = Webhook.admitted(kind);
    String template = kind.equals("generic") ? generic("ID", 1, "") : incident("ID", 1, "1", "2");

    outcome(desk.send(template.replace("ID", "x?"), NOW), 201, "CREATED");
    for (String half : List.of("x\\ud800", "x\\udc00", "x\\u0000")) {
      desk.send(template.replace("ID", half), NOW)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/" + field))
          .body("errors.detail[0]", containsString("must not hold"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1}|/externalId",
        "{\"externalId\":\"1\",\"title\":\" \",\"severity\":\"SEV2\",\"version\":1}|/title",
        "{\"externalId\":\"1\",\"title\":\"t\",\"version\":1}|/severity",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV9\",\"version\":1}|/severity",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\"}|/version",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":-1}|/version",
        "{\"externalId\":1,\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1}|/externalId",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":9007199254740992}|/version",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1,\"x\":1}|/x",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1,\"status\":\"ACKNOWLEDGED\"}|/status",
        "{\"externalId\":\"1\",\"title\":\"t\",\"severity\":\"SEV2\",\"version\":1,\"url\":\"ftp://x\"}|/url",
      })
  void a_malformed_ticket_is_refused_by_the_name_of_its_field(String body, String pointer) {
    Webhook.admitted("generic")
        .send(body, NOW)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"0\"}|/sys_id",
        "{\"sys_id\":\"1\",\"state\":\"-100\",\"priority\":\"3\",\"sys_mod_count\":\"0\"}|/state",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"priority\":\"9\",\"sys_mod_count\":\"0\"}|/priority",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"impact\":\"1\",\"sys_mod_count\":\"0\"}|/priority",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"x\"}|/sys_mod_count",
        "{\"sys_id\":\"1\",\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"0\",\"opened_at\":\"8/3/2026\"}|/opened_at",
        "{\"sys_id\":[],\"state\":\"1\",\"priority\":\"3\",\"sys_mod_count\":\"0\"}|/sys_id",
      })
  void a_malformed_incident_is_refused_by_the_name_of_its_field(String body, String pointer) {
    Webhook.admitted("servicenow")
        .send(body, NOW)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void malformed_json_other_media_and_large_bodies_are_refused() {
    Webhook desk = Webhook.admitted("generic");

    desk.send("{\"externalId\":", NOW)
        .then()
        .statusCode(400)
        .body("type", containsString("invalid-request"));
    desk.send("[]", NOW).then().statusCode(400);
    desk.send("null", NOW).then().statusCode(400);
    Webhook.admitted("servicenow").send("[]", NOW).then().statusCode(400);
    desk.signed("x", NOW).contentType("text/plain").post(desk.path()).then().statusCode(415);
    desk.send("{\"title\":\"" + "x".repeat(300_000) + "\"}", NOW).then().statusCode(413);
  }
}
