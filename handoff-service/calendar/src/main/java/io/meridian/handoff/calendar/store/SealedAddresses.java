package io.meridian.handoff.calendar.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.UnaryOperator;

/**
 * The addresses in a calendar's document that are secrets: whoever knows the address of a webhook
 * can write there. A mail address is none.
 */
final class SealedAddresses {

  private SealedAddresses() {}

  /** The document with each of them changed; the one that was given stays as it is. */
  static JsonObject changed(JsonObject document, UnaryOperator<String> change) {
    JsonObject copy = document.copy();
    for (Object tam : list(copy, "tams")) {
      for (Object channel : list((JsonObject) tam, "channels")) {
        JsonObject one = (JsonObject) channel;
        if (!"EMAIL".equals(one.getString("kind"))) {
          one.put("address", change.apply(one.getString("address")));
        }
      }
    }
    return copy;
  }

  private static JsonArray list(JsonObject of, String name) {
    return of.getJsonArray(name, new JsonArray());
  }
}
