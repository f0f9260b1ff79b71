package io.meridian.rest.refusal;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/**
 * What browsers are told with every answer, whoever gives it: to make nothing else of it. The pages
 * that try the interface out bring scripts; answers of the interface itself are data and never a
 * page.
 */
final class BrowserHeaders {
  private static final String DATA_BELOW = "/api/";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Strict-Transport-Security", "max-age=31536000");

  private BrowserHeaders() {}

  /** Before anybody answers. */
  static void addTo(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    ALWAYS.forEach(response::putHeader);
    String path = request.path();
    if (path != null && path.startsWith(DATA_BELOW)) {
      response.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }
}
