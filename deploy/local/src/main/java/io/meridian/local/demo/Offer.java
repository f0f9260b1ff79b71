package io.meridian.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as the demo sees it.
 *
 * @param state as on the wire, e.g. {@code OFFERED}
 * @param tam id of who is asked or has accepted; empty while nobody is
 * @param effectiveFrom start of the incoming shift, or when accountability moved
 */
record Offer(
    String id,
    String shiftChange,
    String escalation,
    String severity,
    String state,
    String fromRegion,
    String toRegion,
    String tam,
    String tamName,
    Instant boundary,
    Instant effectiveFrom,
    Instant acceptBy,
    @Nullable Instant offeredAt,
    @Nullable Instant acceptedAt) {

  static Offer of(JsonNode json) {
    JsonNode to = json.path("to");
    return new Offer(
        json.path("id").asText(),
        json.path("shiftChangeId").asText(),
        json.path("escalation").asText(),
        json.path("severity").asText(),
        json.path("state").asText(),
        json.path("from").path("region").asText(),
        to.path("region").asText(),
        to.path("tam").path("id").asText(""),
        to.path("tam").path("name").asText(""),
        Instant.parse(json.path("boundary").asText()),
        Instant.parse(json.path("effectiveFrom").asText()),
        Instant.parse(json.path("acceptBy").asText()),
        instant(json.path("offeredAt")),
        instant(json.path("acceptedAt")));
  }

  boolean isOpen() {
    return state.equals("OFFERED") || state.equals("ESCALATED_TO_LEAD");
  }

  boolean isAccepted() {
    return state.equals("ACCEPTED");
  }

  boolean isAssigned() {
    return state.equals("ASSIGNED_BY_LEAD");
  }

  boolean isFinished() {
    return isAccepted() || isAssigned() || state.equals("CANCELLED");
  }

  boolean isInTime() {
    return isAccepted() && acceptedAt != null && !acceptedAt.isAfter(acceptBy);
  }

  private static @Nullable Instant instant(JsonNode value) {
    return value.isTextual() ? Instant.parse(value.asText()) : null;
  }
}
