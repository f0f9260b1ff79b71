package io.meridian.local.door;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;

/** What concerns the door itself in the head of a request; all else concerns the services. */
final class RequestHead {

  private static final String GO_ON = "100-continue";
  private static final String CHUNKED = "chunked";

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
    if (hasTwoLengths(request)) {
      return Optional.of(DoorProblem.ofAmbiguousLength());
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

  /**
   * Whether the service could see the body end elsewhere than the door does (RFC 9112 section 6.3).
   */
  static boolean hasTwoLengths(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return !codings.isEmpty()
        && (codings.size() > 1
            || !codings.getFirst().strip().equalsIgnoreCase(CHUNKED)
            || request.headers().contains(HttpHeaders.CONTENT_LENGTH));
  }

  /** Answers what cannot be read as a request at all, and hangs up: what follows is unknown. */
  static void refuseUnreadable(HttpServerRequest request) {
    DoorProblem problem =
        switch (request.decoderResult().cause()) {
          case TooLongHttpLineException e ->
              new DoorProblem(414, "uri-too-long", "URI Too Long", "The address is too long");
          case TooLongHttpHeaderException e ->
              new DoorProblem(
                  431,
                  "request-header-fields-too-large",
                  "Request Header Fields Too Large",
                  "The headers are too long");
          case null, default -> DoorProblem.ofUnreadable();
        };
    problem.sendTo(request.response(), "/").onComplete(sent -> request.connection().close());
  }

  /** Whether the sender keeps the body back until told to go on: whoever passes it on must. */
  static boolean waitsToGoOn(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
        && request.headers().contains(HttpHeaders.EXPECT);
  }
}
