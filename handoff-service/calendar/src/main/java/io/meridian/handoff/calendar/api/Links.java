package io.meridian.handoff.calendar.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a resource is.
 *
 * @param self path of the resource itself
 */
public record Links(String self) {

  /** The links of one item of a collection. */
  public static Links to(String collection, String id) {
    return new Links("/api/v1/" + collection + "/" + segment(id));
  }

  /** An id as it stands in a path or a query. */
  public static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
