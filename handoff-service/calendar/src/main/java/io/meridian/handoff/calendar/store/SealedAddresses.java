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

  /** Changes each of them in the document, and answers it. */
  static JsonObject change(JsonObject document, UnaryOperator<String> change) {
    for (Object tam : list(document, "tams")) {
      for (Object channel : list((JsonObject) tam, "channels")) {
        JsonObject one = (JsonObject) channel;
        if (!"EMAIL".equals(one.getString("kind"))) {
          one.put("address", change.apply(one.getString("address")));
        }
      }
    }
    return document;
  }

  private static JsonArray list(JsonObject of, String name) {
    return of.getJsonArray(name, new JsonArray());
  }
}
