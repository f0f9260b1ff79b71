package io.meridian.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.stack.StackRefusal;

/**
 * An answer of Meridian.
 *
 * @param status HTTP status; 503 also when nobody answered
 * @param body JSON, or an empty object
 * @param etag the header, or empty
 */
public record Answer(int status, JsonNode body, String etag) {

  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /**
   * The body of a success.
   *
   * @param what was asked, for the refusal
   * @throws StackRefusal with the problem's own words when it is none
   */
  public JsonNode orRefuse(String what) {
    if (!isOk()) {
      throw new StackRefusal(
          "%s answered %d %s %s"
              .formatted(what, status, body.path("detail").asText(), body.path("errors")));
    }
    return body;
  }
}
