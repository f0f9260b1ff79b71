package io.meridian.local.door;

import io.meridian.local.stack.Part;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** What the door says without asking anybody. */
final class DoorAnswers {

  private DoorAnswers() {}

  /** Where to go from here. */
  static void index(HttpServerRequest request) {
    JsonObject links = new JsonObject();
    for (Part service : Part.SERVICES) {
      String root = "/services/" + service.shortName() + "/q/";
      links.put(
          service.shortName(),
          new JsonObject()
              .put("openapi", root + "openapi")
              .put("swaggerUi", root + "swagger-ui/")
              .put("health", root + "health")
              .put("metrics", root + "metrics"));
    }
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
