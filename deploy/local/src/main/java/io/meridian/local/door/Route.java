package io.meridian.local.door;

import io.meridian.local.stack.Part;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who answers a path: a service those of the interface and of operations, the console every other.
 *
 * @param part who answers
 * @param path the path there
 */
record Route(Part part, String path) {

  private static final String API = "/api/v1/";
  private static final String SERVICES = "/services/";

  /** What is under these is never a page. */
  private static final Pattern NO_PAGE = Pattern.compile("/(api|services)(/.*)?");

  /** A segment of one or two dots, escaped or not. */
  private static final Pattern DOTS = Pattern.compile("/(\\.|%2[eE]){1,2}(/|$)");

  private static final Pattern EVERY_SERVICE =
      Pattern.compile("(q/openapi|q/swagger-ui|api/v1/dead-letters|api/v1/audit)(/.*)?");

  /** Whatever is asked for there is sent for as long as somebody listens. */
  private static final Set<String> STREAMS = Set.of("/live", API + "handoffs/stream");

  /** Two segments decide before one does: metrics-service answers below two resources of others. */
  private static final Map<String, Part> BY_TWO_SEGMENTS =
      Map.of("handoffs/metrics", Part.METRICS, "escalations/metrics", Part.METRICS);

  private static final Map<Part, Set<String>> BY_SEGMENT =
      Map.of(
          Part.CUSTOMER, Set.of("customers", "sla-policies"),
          Part.ESCALATION, Set.of("escalations", "intake", "integrations"),
          Part.HANDOFF,
              Set.of(
                  "calendar",
                  "regions",
                  "tams",
                  "shift-patterns",
                  "rotations",
                  "overrides",
                  "leaves",
                  "swap-requests",
                  "worked-shifts",
                  "shifts",
                  "coverage",
                  "holidays",
                  "on-duty",
                  "handoffs",
                  "notifications",
                  "shift-changes",
                  "accountability",
                  "board",
                  "me",
                  "my",
                  "watch-items",
                  "denials",
                  "persons",
                  "api-tokens"),
          Part.METRICS, Set.of("gaps"));

  /**
   * The route of a path without its query; empty when nobody has it. A service would resolve dots
   * to a path that the door does not pass on, so that such a path has none.
   */
  static Optional<Route> of(String path) {
    if (DOTS.matcher(path).find()) {
      return Optional.empty();
    }
    if (path.startsWith(API)) {
      return api(path);
    }
    if (path.startsWith(SERVICES)) {
      return operations(path);
    }
    return NO_PAGE.matcher(path).matches()
        ? Optional.empty()
        : Optional.of(new Route(Part.CONSOLE, path));
  }

  /** Whether the answer is a stream. */
  boolean isStream() {
    return STREAMS.contains(path);
  }

  private static Optional<Route> api(String path) {
    String[] segments = path.substring(API.length()).split("/", 3);
    Part special =
        segments.length > 1 ? BY_TWO_SEGMENTS.get(segments[0] + "/" + segments[1]) : null;
    if (special != null) {
      return Optional.of(new Route(special, path));
    }
    return BY_SEGMENT.entrySet().stream()
        .filter(entry -> entry.getValue().contains(segments[0]))
        .map(entry -> new Route(entry.getKey(), path))
        .findFirst();
  }

  /**
   * What every service has under the same path: its description ({@code
   * /services/<name>/q/openapi}, {@code …/q/swagger-ui}), {@code …/api/v1/dead-letters…} and {@code
   * …/api/v1/audit…}. Health and figures have ports of their own, to which no path leads.
   */
  private static Optional<Route> operations(String path) {
    String[] segments = path.substring(SERVICES.length()).split("/", 2);
    if (segments.length < 2 || !EVERY_SERVICE.matcher(segments[1]).matches()) {
      return Optional.empty();
    }
    return Part.of(segments[0])
        .filter(Part::isService)
        .map(service -> new Route(service, "/" + segments[1]));
  }
}
