package io.meridian.escalation.application.intake;

import io.meridian.escalation.domain.Arrival;
import io.meridian.runtime.trace.Trace;
import org.jspecify.annotations.Nullable;

/** An arrival and the W3C trace of its request, which is lost once it waits among others. */
record TracedArrival(Arrival arrival, @Nullable String traceparent) {
  static TracedArrival of(Arrival arrival) {
    return new TracedArrival(arrival, Trace.current().map(Trace::traceparent).orElse(null));
  }
}
