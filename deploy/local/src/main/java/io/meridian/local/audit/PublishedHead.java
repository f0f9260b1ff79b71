package io.meridian.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.security.AuditKey;
import java.nio.charset.StandardCharsets;

/**
 * The head of a chain, as a service has told it to the broker.
 *
 * @param at when, as it was written
 * @param signature empty where there is none
 */
record PublishedHead(
    String service, String chain, long position, String hash, String at, String signature) {

  static PublishedHead of(JsonNode told) {
    return new PublishedHead(
        told.path("service").asText(),
        told.path("chain").asText(),
        told.path("position").asLong(),
        told.path("hash").asText(),
        told.path("at").asText(),
        told.path("signature").asText(""));
  }

  /** Whether the house's key has signed it. */
  boolean isSignedBy(AuditKey key) {
    String text = String.join("\n", service, chain, Long.toString(position), hash, at);
    return key.hasSigned(text.getBytes(StandardCharsets.UTF_8), signature);
  }
}
