package io.meridian.rest.refusal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class RefusalsIT {
  private static final String SAMPLES = "/api/v1/samples";
  private static final String GOOD =
      """
      {"title":"t","colour":"RED","count":1}""";

  private static RequestSpecification manager() {
    return given().auth().oauth2(Tokens.manager());
  }

  private static RequestSpecification post(String body) {
    return manager().contentType("application/json").body(body);
  }

  private static ValidatableResponse refused(
      io.restassured.response.Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:meridian:problem:" + code))
        .body("status", equalTo(status))
        .body("instance", startsWith("/"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body("detail", not(containsString("io.meridian")))
        .body("detail", not(containsString("java.")));
  }

  @Test
  void a_good_request_passes() {
    post(GOOD).post(SAMPLES).then().statusCode(201).body("title", equalTo("t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":\"t\",|malformed-json|``",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1} x|malformed-json|``",
        "{\"title\":\"t\",\"title\":\"u\",\"colour\":\"RED\",\"count\":1}|malformed-json|``",
        "[5]|wrong-type|``",
        "\"text\"|wrong-type|``",
        "null|required|``",
        "{\"title\":5,\"colour\":\"RED\",\"count\":1}|wrong-type|/title",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":\"1\"}|wrong-type|/count",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1.5}|wrong-type|/count",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":99999999999}|wrong-type|/count",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":null}|wrong-type|/count",
        "{\"title\":\"t\",\"colour\":\"RED\"}|wrong-type|/count",
        "{\"title\":\"t\",\"colour\":\"GREEN\",\"count\":1}|wrong-type|/colour",
        "{\"title\":\"t\",\"colour\":\"red\",\"count\":1}|wrong-type|/colour",
        "{\"title\":\"t\",\"colour\":0,\"count\":1}|wrong-type|/colour",
        "{\"title\":\"t\",\"colour\":\"\",\"count\":1}|wrong-type|/colour",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"flag\":\"true\"}|wrong-type|/flag",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"flag\":1}|wrong-type|/flag",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"at\":1772953200}|wrong-type|/at",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"at\":\"yesterday\"}|wrong-type|/at",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"at\":\"+99999-01-01T00:00:00Z\"}|wrong-type|/at",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"at\":\"2026-03-08T07:00:00\"}|wrong-type|/at",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"length\":15}|wrong-type|/length",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"ref\":\"x\"}|wrong-type|/ref",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"ref\":\"\"}|wrong-type|/ref",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"parts\":{}}|wrong-type|/parts",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"parts\":\"\"}|wrong-type|/parts",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"parts\":[null]}|null|/parts/0",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"parts\":[{\"name\":\"a\",\"x/y~\":1}]}|unknown-field|/parts/0/x~1y~0",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"more\":1}|unknown-field|/more",
        "{\"title\":\"a\\u0000b\",\"colour\":\"RED\",\"count\":1}|wrong-type|/title",
        "{\"title\":\"a\\ud800b\",\"colour\":\"RED\",\"count\":1}|wrong-type|/title",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"labels\":{\"a\\u0000\":\"x\"}}|wrong-type|/labels",
        "{\"title\":\" \",\"colour\":\"RED\",\"count\":1}|required|/title",
        "{\"colour\":\"RED\",\"count\":1}|required|/title",
        "{\"title\":\"t\",\"colour\":null,\"count\":1}|required|/colour",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"parts\":[{\"name\":\"a\"},{\"name\":\"abcdef\"}]}|size|/parts/1/name",
        "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"labels\":{\"a/b\":\"long\"}}|size|/labels/a~1b",
      })
  void a_wrong_body_is_400_and_names_the_place(String body, String code, String pointer) {
    refused(post(body).post(SAMPLES), 400, "invalid-request")
        .body("errors", hasSize(1))
        .body("errors[0].code", equalTo(code))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].detail", not(containsString("io.meridian")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|must be a string",
        "\"a\\u0000b\"|must not hold a NUL character",
        "\"a\\ud800b\"|must not hold half of a surrogate pair (U+D800 to U+DFFF)",
      })
  void what_is_wrong_with_a_text_is_told_by_its_own_name(String title, String detail) {
    String body = "{\"title\":%s,\"colour\":\"RED\",\"count\":1}".formatted(title);

    refused(post(body).post(SAMPLES), 400, "invalid-request")
        .body("errors[0].detail", equalTo(detail));
  }

  @Test
  void a_field_whose_name_has_no_form_in_utf8_is_refused_like_any_other() {
    byte[] half = {'{', '"', 'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'};

    refused(
        manager().contentType("application/json").body(half).post(SAMPLES), 400, "invalid-request");
  }

  @Test
  void a_length_is_counted_in_characters_not_in_units_of_a_coding() {
    String part = "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"parts\":[{\"name\":\"%s\"}]}";
    post(part.formatted("\uD83D\uDEA8".repeat(5))).post(SAMPLES).then().statusCode(201);
    refused(post(part.formatted("\uD83D\uDEA8".repeat(6))).post(SAMPLES), 400, "invalid-request")
        .body("errors[0].code", equalTo("size"))
        .body("errors[0].pointer", equalTo("/parts/0/name"));
  }

  @Test
  void every_broken_constraint_is_named() {
    refused(post("{\"count\":1}").post(SAMPLES), 400, "invalid-request")
        .body("errors.pointer", equalTo(java.util.List.of("/colour", "/title")));
  }

  @Test
  void no_body_is_400_where_one_is_needed() {
    refused(manager().contentType("application/json").post(SAMPLES), 400, "invalid-request")
        .body("errors[0].code", equalTo("required"));
  }

  @Test
  void no_body_passes_where_it_may_be_absent() {
    manager()
        .contentType("application/json")
        .header("If-Match", "\"7\"")
        .put(SAMPLES)
        .then()
        .statusCode(200);
  }

  @Test
  void bytes_that_are_no_utf8_are_400() {
    byte[] bytes = GOOD.getBytes(StandardCharsets.ISO_8859_1);
    bytes[10] = (byte) 0xff;
    refused(
        manager().contentType("application/json").body(bytes).post(SAMPLES),
        400,
        "invalid-request");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "limit=x|wrong-type|?limit",
        "limit=|wrong-type|?limit",
        "limit=0|out-of-range|?limit",
        "limit=501|out-of-range|?limit",
        "limit=5&limit=6|repeated|?limit",
        "from=noon|wrong-type|?from",
        "from=%2B999999999-12-31T23:59:59Z|out-of-range|?from",
        "from=-999999999-01-01T00:00:00Z|out-of-range|?from",
        "from=%2B10000-01-01T00:00:00Z|out-of-range|?from",
        "colour=GREEN|wrong-type|?colour",
        "colours=RED&colours=GREEN|wrong-type|?colours",
        "colours=|wrong-type|?colours",
        "flag=maybe|wrong-type|?flag",
        "flag=|wrong-type|?flag",
        "cursor=abc|unknown-cursor|?cursor",
        "cursor=MTp4|unknown-cursor|?cursor",
        "small=10|max|?small",
        "nope=1|unknown-parameter|?nope",
        "Limit=1|unknown-parameter|?Limit",
        "tag=a%00|nul|?tag",
      },
      delimiter = '|')
  void a_wrong_query_is_400_and_names_the_parameter(String query, String code, String pointer) {
    refused(manager().urlEncodingEnabled(false).get(SAMPLES + "?" + query), 400, "invalid-request")
        .body("errors[0].code", equalTo(code))
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void a_parameter_that_is_a_list_may_be_repeated() {
    manager()
        .get(SAMPLES + "?tag=a&tag=b&limit=2")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nope", "/api/v1/nope", "/api/v1/samples/1/2/3", "/q/nope"})
  void an_unknown_path_is_404(String path) {
    refused(given().get(path), 404, "not-found");
    refused(manager().get(path), 404, "not-found");
  }

  @Test
  void a_path_parameter_that_does_not_convert_is_404() {
    refused(given().auth().oauth2(Tokens.tam("t")).get(SAMPLES + "/no-uuid"), 404, "not-found");
    refused(
        given().auth().oauth2(Tokens.tam("t")).urlEncodingEnabled(false).get(SAMPLES + "/%00"),
        404,
        "not-found");
  }

  @Test
  void an_unknown_thing_is_404() {
    String id = "0198c0de-0000-7000-8000-000000000000";
    refused(given().auth().oauth2(Tokens.tam("t")).get(SAMPLES + "/" + id), 404, "not-found")
        .body("detail", equalTo("sample " + id + " does not exist"));
  }

  @Test
  void other_methods_are_405() {
    refused(manager().delete(SAMPLES), 405, "method-not-allowed")
        .header("Allow", equalTo("GET, HEAD, OPTIONS, POST, PUT"));
    refused(manager().put(SAMPLES + "/1"), 405, "method-not-allowed")
        .header("Allow", equalTo("GET, HEAD, OPTIONS"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "text/html", "text/plain", "unknown", "a/b/c"})
  void other_answers_are_406(String wanted) {
    refused(manager().header("Accept", wanted).get(SAMPLES), 406, "not-acceptable");
    refused(post(GOOD).header("Accept", wanted).post(SAMPLES), 406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "application/xml, application/json;q=0.5",
        "application/*",
      })
  void who_takes_json_among_other_things_gets_json(String wanted) {
    manager()
        .header("Accept", wanted)
        .get(SAMPLES)
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"));
  }

  @Test
  void other_media_types_are_415() {
    refused(
        manager().contentType("application/xml").body("<a/>").post(SAMPLES),
        415,
        "unsupported-media-type");
    refused(
        manager().contentType("text/plain").body(GOOD).post(SAMPLES),
        415,
        "unsupported-media-type");
  }

  @Test
  void a_fault_of_ours_is_500_and_says_nothing() {
    refused(given().get(SAMPLES + "/broken"), 500, "internal-error")
        .body("detail", not(containsString("secret")));
  }

  @Test
  void the_trace_of_the_caller_is_kept() {
    given()
        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .get("/nope")
        .then()
        .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
  }
}
