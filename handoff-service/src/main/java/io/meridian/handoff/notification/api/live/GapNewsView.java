package io.meridian.handoff.notification.api.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.events.GapCause;
import io.meridian.events.GapState;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.notification.application.live.LiveReading.NamedGap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A gap as metrics-service answers it at {@code /api/v1/gaps/{id}}, which hears of it a moment
 * later.
 *
 * @param end null while it is open
 * @param duration end - start; of an open gap, up to {@code asOf}
 * @param accountable who is accountable, though not on duty
 * @param asked who had been asked to take over when it began, or was asked first while it ran; null
 *     when nobody was
 * @param agreed a manager had agreed to the coverage hole it is in: no sum counts it
 * @param asOf of an open gap, until when it has lasted
 */
@Schema(name = "GapDetail")
@JsonInclude(JsonInclude.Include.ALWAYS)
record GapNewsView(
    UUID id,
    UUID escalationId,
    String escalation,
    @Nullable Customer customer,
    Severity severity,
    Instant start,
    @Nullable Instant end,
    Duration duration,
    GapCause cause,
    String fromRegion,
    @Nullable String toRegion,
    Person accountable,
    @Nullable Person asked,
    @Nullable Instant askedSince,
    @Nullable UUID shiftChangeId,
    boolean agreed,
    Instant asOf,
    Map<String, String> links) {

  /** The customer by the name of today; null while it is not known. */
  @Schema(name = "GapCustomer")
  record Customer(UUID id, @Nullable String name) {}

  static GapNewsView of(NamedGap named) {
    GapState gap = named.gap();
    UUID customer = gap.customerId();
    Instant end = gap.end() == null ? named.asOf() : gap.end();
    return new GapNewsView(
        gap.id(),
        gap.escalationId(),
        gap.escalation(),
        customer == null ? null : new Customer(customer, named.customerName()),
        gap.severity(),
        gap.start(),
        gap.end(),
        end.isBefore(gap.start()) ? Duration.ZERO : Duration.between(gap.start(), end),
        gap.cause(),
        gap.fromRegion(),
        gap.toRegion(),
        gap.accountable(),
        gap.asked(),
        gap.askedSince(),
        gap.shiftChangeId(),
        Boolean.TRUE.equals(gap.agreed()),
        named.asOf(),
        Map.of(
            "self",
            "/api/v1/gaps/" + gap.id(),
            "escalation",
            "/api/v1/escalations/" + gap.escalationId(),
            "accountability",
            "/api/v1/accountability/" + gap.escalationId()));
  }
}
