package io.meridian.console.page;

import static io.restassured.RestAssured.given;

import io.meridian.console.stub.People;
import io.restassured.specification.RequestSpecification;

/** Requests as the browser of somebody sends them. */
final class Session {
  private Session() {}

  /** Nobody, from one of our own pages. */
  static RequestSpecification nobody() {
    return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
  }

  /** Somebody in this role. */
  static RequestSpecification as(String subject, String role) {
    return nobody().cookie("meridian", People.session(subject, role));
  }

  /** Kim, who is a TAM. */
  static RequestSpecification kim() {
    return as("tam-kim", "tam");
  }
}
