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
    String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return new Links("/api/v1/" + collection + "/" + segment);
  }
}
