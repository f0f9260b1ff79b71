package io.meridian.customer.api;

import static io.restassured.RestAssured.given;

import io.meridian.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls as a manager makes them. */
final class Requests {
  static final String CUSTOMERS = "/api/v1/customers";

  private Requests() {}

  static RequestSpecification manager() {
    return given().auth().oauth2(Tokens.manager()).contentType("application/json");
  }

  static String unique(String word) {
    return word + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  static String body(String name) {
    return """
        {"name":"%s","tier":"GOLD","homeRegion":"EMEA","language":"en","externalRefs":[]}"""
        .formatted(name);
  }

  static String body(String name, String system, String refId) {
    return """
        {"name":"%s","tier":"GOLD","homeRegion":"EMEA","externalRefs":[{"system":"%s","id":"%s"}]}"""
        .formatted(name, system, refId);
  }

  static String replacement(String name, boolean active) {
    return """
        {"name":"%s","tier":"SILVER","homeRegion":"APAC","language":null,"externalRefs":[],"active":%s}"""
        .formatted(name, active);
  }

  static Response create(String body) {
    return manager().body(body).post(CUSTOMERS);
  }

  static String createdId(String body) {
    return create(body).then().statusCode(201).extract().path("id");
  }

  static Response replace(String id, String etag, String body) {
    return manager().header("If-Match", etag).body(body).put(CUSTOMERS + "/" + id);
  }
}
