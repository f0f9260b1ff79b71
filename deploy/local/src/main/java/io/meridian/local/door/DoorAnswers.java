package io.meridian.local.door;

import io.meridian.local.stack.Part;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What the door says without asking anybody. */
final class DoorAnswers {

  /** What browsers are told with the door's own answers; the services tell it with theirs. */
  static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Strict-Transport-Security", "max-age=31536000",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  /** Where the door says what is behind it; every page is the console's. */
  static final String INDEX = "/services";

  private DoorAnswers() {}

  /** Where to go from here. */
  static void index(HttpServerRequest request) {
    JsonObject links = new JsonObject();
    for (Part service : Part.SERVICES) {
      String root = "/services/" + service.shortName() + "/q/";
      links.put(
          service.shortName(),
          new JsonObject().put("openapi", root + "openapi").put("swaggerUi", root + "swagger-ui/"));
    }
    HEADERS.forEach(request.response()::putHeader);
    request
        .response()
        .putHeader("content-type", "application/json")
        .end(
            new JsonObject()
                .put("name", "Meridian")
                .put("api", "/api/v1")
                .put("services", links)
                .toBuffer());
  }

  static void notFound(HttpServerRequest request) {
    new DoorProblem(404, "not-found", "Not Found", "no service answers this path")
        .sendTo(request.response(), String.valueOf(request.path()));
  }
}
