package io.meridian.handoff.calendar.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.Tables;
import io.meridian.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The calendar as a caller of its REST resources sees it. */
public final class CalendarApi {

  public static final String CALENDAR = "/api/v1/calendar";
  private static final ObjectMapper JSON = new ObjectMapper();

  private CalendarApi() {}

  /** Follow the sun with two TAMs a region; each call reads a new document to play with. */
  public static ObjectNode followTheSun() {
    try (InputStream in = CalendarApi.class.getResourceAsStream("/fts-a.json")) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An entry of a list of the document. */
  public static ObjectNode entry(ObjectNode document, String list, int index) {
    return (ObjectNode) document.get(list).get(index);
  }

  /** A new entry at the end of a list of the document. */
  public static ObjectNode add(ObjectNode document, String list) {
    return ((ArrayNode) document.get(list)).addObject();
  }

  public static RequestSpecification manager() {
    return given().auth().oauth2(Tokens.manager());
  }

  /** A TAM who reads whatever calendar is in force, also one without them: an auditor besides. */
  public static RequestSpecification tam() {
    return given().auth().oauth2(Tokens.of("tam-kai", "tam", "auditor"));
  }

  public static Response put(ObjectNode document, String etag) {
    return manager()
        .contentType("application/json")
        .header("If-Match", etag)
        .body(document.toString())
        .put(CALENDAR);
  }

  /** Applies whatever calendar is in force. */
  public static ValidatableResponse apply(ObjectNode document) {
    String etag = manager().get(CALENDAR).then().statusCode(200).extract().header("ETag");
    return put(document, etag).then().statusCode(200);
  }

  public static Response dryRun(ObjectNode document) {
    return manager()
        .contentType("application/json")
        .queryParam("dryRun", true)
        .body(document.toString())
        .put(CALENDAR);
  }

  public static ValidatableResponse shifts(String from, String to, String basis) {
    return tam()
        .queryParam("from", from)
        .queryParam("to", to)
        .queryParam("basis", basis)
        .queryParam("limit", 500)
        .get("/api/v1/shifts")
        .then()
        .statusCode(200);
  }

  /** As if no calendar had ever been applied. */
  public static void forgetAll(Pool pool) {
    Tables.empty(
        pool,
        "calendar_version, calendar_history, tam, shift, unreachable_duty, coverage_agreement");
  }
}
