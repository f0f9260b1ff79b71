package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.meridian.events.SwapState;
import io.meridian.handoff.calendar.api.Links;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A swap request, and where it is. */
@Schema(
    name = "SwapRequest",
    allOf = {SwapState.class, Linked.class},
    example = SwapView.EXAMPLE)
record SwapView(@JsonUnwrapped @Schema(hidden = true) SwapState swap, Links links) {

  static final String EXAMPLE =
      """
      {"id":"01939b1c-0000-7000-8000-000000000007",
      "asker":{"id":"tam-kai","name":"Kai Tan"},"asked":{"id":"tam-mei","name":"Mei Lim"},
      "shift":{"id":"5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5","region":"APAC",
      "start":"2026-06-10T23:00:00Z","end":"2026-06-11T07:00:00Z"},
      "reason":"dentist","status":"ASKED","askedAt":"2026-06-01T08:00:00Z",
      "expiresAt":"2026-06-04T08:00:00Z","overrides":[],"revision":1,
      "changedAt":"2026-06-01T08:00:00Z",
      "links":{"self":"/api/v1/swap-requests/01939b1c-0000-7000-8000-000000000007"}}""";

  static SwapView of(SwapState swap) {
    return new SwapView(swap, Links.to("swap-requests", swap.id().toString()));
  }
}
