package io.meridian.local.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;

/** What concerns the door itself in the head of a request; all else concerns the services. */
final class RequestHead {

  private static final String GO_ON = "100-continue";

  private RequestHead() {}

  /** Why the door passes the request on to nobody; empty when it does. */
  static Optional<DoorProblem> fault(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_1_1
        && (request.headers().getAll(HttpHeaders.HOST).size() != 1
            || request.authority() == null)) {
      return Optional.of(
          new DoorProblem(
              400,
              "invalid-request",
              "Bad Request",
              "header:Host: must be given once, as a host and its port"));
    }
    String expected = request.getHeader(HttpHeaders.EXPECT);
    if (expected != null && !expected.equalsIgnoreCase(GO_ON)) {
      return Optional.of(
          new DoorProblem(
              417,
              "expectation-failed",
              "Expectation Failed",
              "Only Expect: 100-continue can be met"));
    }
    return Optional.empty();
  }

  /** Whether the sender keeps the body back until told to go on: whoever passes it on must. */
  static boolean waitsToGoOn(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
        && request.headers().contains(HttpHeaders.EXPECT);
  }
}
