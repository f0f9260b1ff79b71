package io.meridian.handoff.store.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The escalation as it stood when its handoff was drafted.
 *
 * @param status state of the escalation
 * @param customerName null without a customer
 */
public record StoredBriefing(
    Severity severity,
    String title,
    String status,
    Instant openedAt,
    @Nullable UUID customerId,
    @Nullable String customerName) {

  static StoredBriefing of(String json) {
    JsonNode briefing = StoredJson.read(json);
    JsonNode customer = briefing.path("customer");
    String customerId = StoredJson.text(customer, "id");
    return new StoredBriefing(
        Severity.valueOf(briefing.path("severity").asText()),
        briefing.path("title").asText(),
        briefing.path("status").asText(),
        Instant.parse(briefing.path("openedAt").asText()),
        customerId == null ? null : UUID.fromString(customerId),
        StoredJson.text(customer, "name"));
  }
}
