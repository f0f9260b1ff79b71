package io.meridian.local.door;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/**
 * A refusal of the door itself (RFC 9457).
 *
 * @param code last part of the problem's type
 */
record DoorProblem(int status, String code, String title, String detail) {

  private static final String MEDIA_TYPE = "application/problem+json";

  static DoorProblem ofAmbiguousLength() {
    return new DoorProblem(
        400,
        "invalid-request",
        "Bad Request",
        "header:Transfer-Encoding: must be chunked alone, and without a Content-Length");
  }

  static DoorProblem ofTooLarge(int bytesMax) {
    return new DoorProblem(
        413, "too-large", "Content Too Large", "A body has at most " + bytesMax + " bytes");
  }

  static DoorProblem ofTooBusy(String who) {
    return new DoorProblem(
        503,
        "service-unavailable",
        "Service Unavailable",
        who + " has too much to do at the moment; try again in a second");
  }

  static DoorProblem ofTooManyConnections() {
    return new DoorProblem(
        429,
        "too-many-requests",
        "Too Many Requests",
        "You hold too many connections; close one, and try again");
  }

  static DoorProblem ofUnreadable() {
    return new DoorProblem(
        400, "invalid-request", "Bad Request", "This is no HTTP, or its length is ambiguous");
  }

  ProxyResponse into(ProxyResponse response, String path) {
    DoorAnswers.HEADERS.forEach(response::putHeader);
    response
        .setStatusCode(status)
        .putHeader("content-type", MEDIA_TYPE)
        .setBody(Body.body(body(path)));
    return status == 503 ? response.putHeader("retry-after", "1") : response;
  }

  Future<Void> sendTo(HttpServerResponse response, String path) {
    DoorAnswers.HEADERS.forEach(response::putHeader);
    return response.setStatusCode(status).putHeader("content-type", MEDIA_TYPE).end(body(path));
  }

  private Buffer body(String path) {
    return new JsonObject()
        .put("type", "urn:meridian:problem:" + code)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("instance", path)
        .toBuffer();
  }
}
