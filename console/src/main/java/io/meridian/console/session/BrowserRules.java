package io.meridian.console.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every browser is told with every answer, and that changes come from our own pages only:
 * nothing is changed by GET, and a POST says by itself where it was sent from.
 */
@ApplicationScoped
public class BrowserRules {
  private static final int FIRST = 1_000;

  /** Also of the error pages that no resource makes. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
              + " 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri"
              + " 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "same-origin",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Strict-Transport-Security",
          "max-age=31536000");

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final String UNCHANGING = "public, max-age=31536000, immutable";

  void register(@Observes Filters filters) {
    filters.register(BrowserRules::apply, FIRST);
  }

  private static void apply(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    context.addHeadersEndHandler(sent -> tell(request, response));
    if (READING.contains(request.method()) || isOurs(request)) {
      context.next();
    } else {
      response
          .setStatusCode(403)
          .putHeader("Content-Type", "text/plain; charset=utf-8")
          .end("Refused: this was not sent from a page of Meridian.\n");
    }
  }

  /** At the end, for whoever answers has a mind of their own about what may be kept. */
  private static void tell(HttpServerRequest request, HttpServerResponse response) {
    HEADERS.forEach(response::putHeader);
    response.putHeader("Cache-Control", isAsset(request) ? UNCHANGING : "no-store");
  }

  /** Their addresses change with what is in them. */
  private static boolean isAsset(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    return path.startsWith("/assets/") && request.query() != null;
  }

  private static boolean isOurs(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null ? OWN_SITES.contains(site) : isOurs(request, request.getHeader("Origin"));
  }

  private static boolean isOurs(HttpServerRequest request, @Nullable String origin) {
    try {
      return origin != null
          && request.authority() != null
          && request.authority().toString().equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
