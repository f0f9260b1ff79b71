package io.meridian.handoff.calendar.store.roster;

import static java.util.Objects.requireNonNull;

import io.meridian.events.SwapStatus;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.domain.roster.SwapShift;
import io.meridian.handoff.calendar.domain.roster.SwapStage;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as the table holds it. */
@Entity
@Table(name = "swap_request")
class SwapRequestRow {
  @Id UUID id;
  String asker;
  String asked;

  @Embedded
  @AttributeOverride(name = "id", column = @Column(name = "shift_id"))
  @AttributeOverride(name = "region", column = @Column(name = "shift_region"))
  @AttributeOverride(name = "start", column = @Column(name = "shift_start"))
  @AttributeOverride(name = "end", column = @Column(name = "shift_end"))
  ShiftPart shift;

  @Embedded
  @AttributeOverride(name = "id", column = @Column(name = "exchange_id"))
  @AttributeOverride(name = "region", column = @Column(name = "exchange_region"))
  @AttributeOverride(name = "start", column = @Column(name = "exchange_start"))
  @AttributeOverride(name = "end", column = @Column(name = "exchange_end"))
  @Nullable ShiftPart exchange;

  @Nullable String reason;
  Instant askedAt;
  Instant expiresAt;

  @Enumerated(EnumType.STRING)
  SwapStatus status;

  @Nullable String answeredBy;
  @Nullable Instant answeredAt;
  @Nullable String answer;
  String[] overrides;
  long revision;
  Instant changedAt;

  @SuppressWarnings("NullAway.Init")
  SwapRequestRow() {}

  /** A shift of which a request speaks. */
  @Embeddable
  static class ShiftPart {
    UUID id;
    String region;
    Instant start;
    Instant end;

    @SuppressWarnings("NullAway.Init")
    ShiftPart() {}

    static ShiftPart of(SwapShift shift) {
      ShiftPart part = new ShiftPart();
      part.id = shift.id();
      part.region = shift.region();
      part.start = shift.start();
      part.end = shift.end();
      return part;
    }

    SwapShift toDomain() {
      return new SwapShift(id, region, start, end);
    }
  }

  static SwapRequestRow of(SwapRequest request) {
    SwapRequestRow row = new SwapRequestRow();
    SwapShift exchange = request.inExchangeFor();
    row.id = request.id();
    row.asker = request.asker();
    row.asked = request.asked();
    row.shift = ShiftPart.of(request.shift());
    row.exchange = exchange == null ? null : ShiftPart.of(exchange);
    row.reason = request.reason();
    row.askedAt = request.askedAt();
    row.expiresAt = request.expiresAt();
    return row.take(request);
  }

  /** Takes over the stage that a request has come to. */
  SwapRequestRow take(SwapRequest request) {
    status = request.stage().status();
    revision = request.revision();
    changedAt = request.changedAt();
    answeredAt = status == SwapStatus.ASKED ? null : request.changedAt();
    overrides = new String[0];
    switch (request.stage()) {
      case SwapStage.Accepted accepted -> {
        answeredBy = accepted.by();
        overrides = accepted.overrides().toArray(String[]::new);
      }
      case SwapStage.Declined declined -> {
        answeredBy = declined.by();
        answer = declined.answer();
      }
      case SwapStage.Cancelled cancelled -> {
        answeredBy = cancelled.by();
        answer = cancelled.answer();
      }
      case SwapStage.Expired ignored -> {}
      case SwapStage.Asked ignored -> {}
    }
    return this;
  }

  SwapRequest toDomain() {
    return new SwapRequest(
        id,
        asker,
        asked,
        shift.toDomain(),
        exchange == null ? null : exchange.toDomain(),
        reason,
        askedAt,
        expiresAt,
        stage(),
        revision,
        changedAt);
  }

  private SwapStage stage() {
    return switch (status) {
      case ASKED -> new SwapStage.Asked();
      case ACCEPTED ->
          new SwapStage.Accepted(
              requireNonNull(answeredBy), requireNonNull(answeredAt), List.of(overrides));
      case DECLINED ->
          new SwapStage.Declined(requireNonNull(answeredBy), requireNonNull(answeredAt), answer);
      case CANCELLED ->
          new SwapStage.Cancelled(requireNonNull(answeredBy), requireNonNull(answeredAt), answer);
      case EXPIRED -> new SwapStage.Expired(requireNonNull(answeredAt));
    };
  }
}
