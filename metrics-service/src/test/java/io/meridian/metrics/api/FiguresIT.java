package io.meridian.metrics.api;

import static io.meridian.metrics.api.Facts.escalation;
import static io.meridian.metrics.api.Facts.gapOf;
import static io.meridian.metrics.api.Facts.handoff;
import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.events.CancelReason;
import io.meridian.events.EscalationEvent;
import io.meridian.events.GapEvent;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class FiguresIT {

  @Inject MovableClock clock;

  private final String year = Facts.nextYear();
  private final Instant boundary = Instant.parse(year + "-06-01T07:00:00Z");
  private final List<HandoffState> open = new ArrayList<>();
  private PublishedEvents log;

  @BeforeEach
  void connect() {
    log = new PublishedEvents();
  }

  @AfterEach
  void disconnect() {
    clock.run();
    if (!open.isEmpty()) {
      log.publish(new GapEvent.Voided(open.stream().map(h -> gapOf(h, null, 9)).toList()));
    }
    log.close();
  }

  @Test
  void handoffs_are_measured_against_their_deadlines() {
    HandoffState early = accepted(Duration.ofMinutes(-10));
    HandoffState inTime = accepted(Duration.ofMinutes(15));
    HandoffState late = accepted(Duration.ofMinutes(16));
    HandoffState missed = handoff(UUID.randomUUID(), boundary, HandoffStatus.CANCELLED, null, 4);
    HandoffState pending = handoff(UUID.randomUUID(), boundary, HandoffStatus.OFFERED, null, 1);
    log.publish(new HandoffEvent.Accepted(List.of(early, inTime, late)));
    log.publish(new HandoffEvent.Cancelled(List.of(missed)));
    log.publish(new HandoffEvent.Offered(List.of(pending)));
    log.publish(
        new HandoffEvent.EscalatedToLead(
            List.of(handoff(late.id(), boundary, HandoffStatus.ESCALATED_TO_LEAD, null, 2))));

    figures("handoffs")
        .body("items", hasSize(1))
        .body("items[0].fromRegion", equalTo("EMEA"))
        .body("items[0].toRegion", equalTo("AMER"))
        .body("totals.fromRegion", nullValue())
        .body("totals.handoffs", equalTo(5))
        .body("totals.offered", equalTo(5))
        .body("totals.accepted", equalTo(3))
        .body("totals.acceptedEarly", equalTo(1))
        .body("totals.acceptedInTime", equalTo(1))
        .body("totals.acceptedLate", equalTo(1))
        .body("totals.escalatedToLead", equalTo(1))
        .body("totals.declined", equalTo(5))
        .body("totals.missed", equalTo(1))
        .body("totals.pending", equalTo(1))
        .body("totals.pendingPastBoundary", equalTo(1))
        .body("totals.acceptanceRate", equalTo(0.6f))
        .body("totals.inTimeRate", equalTo(0.4f))
        .body("totals.withoutGapRate", equalTo(0.6f))
        .body("totals.timeToAccept.median", equalTo("PT45M"))
        .body("totals.timeToAccept.p95", equalTo("PT46M"));
  }

  @Test
  void what_nobody_has_accepted_counts_from_the_boundary_on() {
    List<HandoffState> accepted =
        Stream.generate(() -> accepted(Duration.ofMinutes(-10))).limit(5).toList();
    List<HandoffState> waiting =
        Stream.generate(() -> handoff(UUID.randomUUID(), boundary, HandoffStatus.OFFERED, null, 2))
            .limit(11)
            .toList();
    HandoffState toCome =
        handoff(
            UUID.randomUUID(), boundary.plus(Duration.ofDays(280)), HandoffStatus.OFFERED, null, 2);
    log.publish(new HandoffEvent.Accepted(accepted));
    log.publish(new HandoffEvent.Offered(waiting));
    log.publish(new HandoffEvent.Offered(List.of(toCome)));
    log.publish(new GapEvent.Opened(waiting.stream().map(h -> gapOf(h, null, 1)).toList()));
    open.addAll(waiting);

    figures("handoffs")
        .body("totals.handoffs", equalTo(16))
        .body("totals.accepted", equalTo(5))
        .body("totals.withoutGap", equalTo(5))
        .body("totals.pending", equalTo(11))
        .body("totals.pendingPastBoundary", equalTo(11))
        .body("totals.acceptanceRate", equalTo(0.3125f))
        .body("totals.inTimeRate", equalTo(0.3125f))
        .body("totals.withoutGapRate", equalTo(0.3125f));
  }

  @Test
  void accepted_in_time_is_not_yet_without_a_gap() {
    HandoffState inTime = accepted(Duration.ofMinutes(10));
    HandoffState early = accepted(Duration.ofMinutes(-1));
    Instant until = boundary.plus(Duration.ofMinutes(10));
    log.publish(new HandoffEvent.Accepted(List.of(inTime, early)));
    log.publish(new GapEvent.Closed(List.of(gapOf(inTime, until, 2), gapOf(early, until, 2))));
    log.publish(new GapEvent.Voided(List.of(gapOf(early, until, 3))));

    figures("handoffs")
        .body("totals.acceptanceRate", equalTo(1f))
        .body("totals.inTimeRate", equalTo(1f))
        .body("totals.withoutGap", equalTo(1))
        .body("totals.withoutGapRate", equalTo(0.5f));
  }

  @Test
  void what_a_lead_assigned_is_counted_apart_and_was_not_accepted() {
    Instant later = boundary.plus(Duration.ofMinutes(20));
    HandoffState assigned =
        handoff(UUID.randomUUID(), boundary, HandoffStatus.ASSIGNED_BY_LEAD, later, 4);
    log.publish(new HandoffEvent.Accepted(List.of(accepted(Duration.ofMinutes(-10)))));
    log.publish(new HandoffEvent.AssignedByLead(List.of(assigned)));

    figures("handoffs")
        .body("totals.handoffs", equalTo(2))
        .body("totals.accepted", equalTo(1))
        .body("totals.assignedByLead", equalTo(1))
        .body("totals.pending", equalTo(0))
        .body("totals.acceptanceRate", equalTo(0.5f))
        .body("totals.inTimeRate", equalTo(0.5f))
        .body("totals.timeToAccept.p95", equalTo("PT20M"));
  }

  @Test
  void what_was_resolved_or_stays_is_neither_accepted_nor_missed() {
    List<HandoffState> over =
        Stream.of(CancelReason.RESOLVED, CancelReason.STAYS, CancelReason.CLOSED)
            .map(
                why ->
                    cancelled(
                        handoff(UUID.randomUUID(), boundary, HandoffStatus.CANCELLED, null, 4),
                        why))
            .toList();
    log.publish(new HandoffEvent.Cancelled(over));
    log.publish(new HandoffEvent.Accepted(List.of(accepted(Duration.ofMinutes(-10)))));

    figures("handoffs")
        .body("totals.handoffs", equalTo(4))
        .body("totals.cancelled", equalTo(3))
        .body("totals.missed", equalTo(0))
        .body("totals.acceptanceRate", equalTo(1f));
  }

  @Test
  void no_handoffs_have_no_rate() {
    figures("handoffs")
        .body("items", hasSize(0))
        .body("totals.handoffs", equalTo(0))
        .body("totals.acceptanceRate", nullValue())
        .body("totals.timeToAccept.median", nullValue());
  }

  @Test
  void a_reopening_is_measured_anew() {
    UUID id = UUID.randomUUID();
    Instant opened = boundary;
    Instant reopened = boundary.plus(Duration.ofDays(2));
    Instant resolved = opened.plus(Duration.ofHours(3));
    log.publish(
        new EscalationEvent.Closed(
            "eva",
            null,
            escalation(
                id,
                opened,
                opened.plusSeconds(90),
                resolved,
                resolved.plus(Duration.ofHours(1)),
                5)));
    log.publish(
        new EscalationEvent.Reopened("eva", null, escalation(id, reopened, null, null, null, 6)));
    log.publish(new EscalationEvent.Opened("eva", escalation(id, opened, null, null, null, 1)));

    figures("escalations")
        .body("items", hasSize(1))
        .body("items[0].severity", equalTo("SEV3"))
        .body("items[0].opened", equalTo(2))
        .body("items[0].acknowledged", equalTo(1))
        .body("items[0].resolved", equalTo(1))
        .body("items[0].closed", equalTo(1))
        .body("items[0].openNow", equalTo(1))
        .body("items[0].timeToAcknowledge.median", equalTo("PT1M30S"))
        .body("items[0].timeToResolve.p95", equalTo("PT3H"));
  }

  private static HandoffState cancelled(HandoffState handoff, CancelReason why) {
    return new HandoffState(
        handoff.id(),
        handoff.shiftChangeId(),
        handoff.escalationId(),
        handoff.escalation(),
        handoff.severity(),
        handoff.status(),
        handoff.from(),
        handoff.fromRegion(),
        handoff.to(),
        handoff.toRegion(),
        handoff.boundary(),
        handoff.offeredAt(),
        handoff.effectiveFrom(),
        handoff.acceptBy(),
        handoff.acceptedAt(),
        why,
        handoff.lateness(),
        handoff.attempts(),
        null,
        handoff.revision(),
        handoff.changedAt());
  }

  private HandoffState accepted(Duration after) {
    return handoff(UUID.randomUUID(), boundary, HandoffStatus.ACCEPTED, boundary.plus(after), 3);
  }

  /** The figures once everything published so far is in them. */
  private ValidatableResponse figures(String of) {
    String end = year + "-12-30T00:00:00Z";
    clock.set(Instant.parse(end));
    return await()
        .until(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.manager())
                    .queryParam("from", year + "-01-01T00:00:00Z")
                    .queryParam("to", end)
                    .get("/api/v1/" + of + "/metrics")
                    .then()
                    .statusCode(200),
            answer -> end.equals(answer.extract().path("asOf")));
  }
}
