package io.meridian.customer;

import static io.restassured.RestAssured.given;

import io.meridian.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls as a manager makes them. */
public final class Requests {
  public static final String CUSTOMERS = "/api/v1/customers";

  private Requests() {}

  public static RequestSpecification manager() {
    return given().auth().oauth2(Tokens.manager()).contentType("application/json");
  }

  public static String unique(String word) {
    return word + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  public static String body(String name) {
    return """
        {"name":"%s","tier":"GOLD","homeRegion":"EMEA","language":"en","externalRefs":[]}"""
        .formatted(name);
  }

  public static String body(String name, String system, String refId) {
    return """
        {"name":"%s","tier":"GOLD","homeRegion":"EMEA","externalRefs":[{"system":"%s","id":"%s"}]}"""
        .formatted(name, system, refId);
  }

  public static String replacement(String name, boolean active) {
    return """
        {"name":"%s","tier":"SILVER","homeRegion":"APAC","language":null,"externalRefs":[],"active":%s}"""
        .formatted(name, active);
  }

  public static Response create(String body) {
    return manager().body(body).post(CUSTOMERS);
  }

  public static String createdId(String body) {
    return create(body).then().statusCode(201).extract().path("id");
  }

  public static Response replace(String id, String etag, String body) {
    return manager().header("If-Match", etag).body(body).put(CUSTOMERS + "/" + id);
  }
}
