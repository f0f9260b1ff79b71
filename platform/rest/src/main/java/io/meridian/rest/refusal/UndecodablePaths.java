package io.meridian.rest.refusal;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Takes over from the framework what it refuses before any route, with an empty 400: addresses that
 * are no URI. Its check is switched off as early as there is code of ours, and made in {@link
 * ProblemRoutes}.
 */
public class UndecodablePaths implements SmallRyeConfigBuilderCustomizer {

  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty("vertx.disableURIValidation", "true");
  }

  /** Whether the request's address is no URI. */
  static boolean has(HttpServerRequest request) {
    try {
      new URI(request.uri());
      return false;
    } catch (URISyntaxException e) {
      return true;
    }
  }
}
