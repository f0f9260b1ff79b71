package io.meridian.handoff.calendar.application.roster;

import io.meridian.events.SwapEvent;
import io.meridian.events.SwapState;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.domain.roster.SwapShift;
import io.meridian.handoff.calendar.domain.roster.SwapStage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as others learn of them. */
final class SwapStates {

  private SwapStates() {}

  /** The fact that the request has come to its stage. */
  static SwapEvent event(InForce inForce, SwapRequest request) {
    SwapState state = of(inForce, request);
    return switch (state.status()) {
      case ASKED -> new SwapEvent.Asked(state);
      case ACCEPTED -> new SwapEvent.Accepted(state);
      case DECLINED -> new SwapEvent.Declined(state);
      case EXPIRED -> new SwapEvent.Expired(state);
      case CANCELLED -> new SwapEvent.Cancelled(state);
    };
  }

  static SwapState of(InForce inForce, SwapRequest request) {
    Answer answer = answer(request.stage());
    return new SwapState(
        request.id(),
        inForce.person(request.asker()),
        inForce.person(request.asked()),
        shift(request.shift()),
        request.inExchangeFor() == null ? null : shift(request.inExchangeFor()),
        request.reason(),
        request.stage().status(),
        request.askedAt(),
        request.expiresAt(),
        answer.by(),
        answer.at(),
        answer.words(),
        answer.overrides(),
        request.revision(),
        request.changedAt());
  }

  private record Answer(
      @Nullable String by, @Nullable Instant at, @Nullable String words, List<String> overrides) {}

  private static Answer answer(SwapStage stage) {
    return switch (stage) {
      case SwapStage.Asked() -> new Answer(null, null, null, List.of());
      case SwapStage.Accepted(String by, Instant at, List<String> overrides) ->
          new Answer(by, at, null, overrides);
      case SwapStage.Declined declined ->
          new Answer(declined.by(), declined.at(), declined.answer(), List.of());
      case SwapStage.Cancelled cancelled ->
          new Answer(cancelled.by(), cancelled.at(), cancelled.answer(), List.of());
      case SwapStage.Expired(Instant at) -> new Answer(null, at, null, List.of());
    };
  }

  private static SwapState.Shift shift(SwapShift shift) {
    return new SwapState.Shift(shift.id(), shift.region(), shift.start(), shift.end());
  }
}
