package io.meridian.escalation.escalation.store;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.events.EscalationEvent;
import io.meridian.runtime.outbox.EventCodec;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a batch as it is written: for the timeline and, encoded once, for the outbox.
 *
 * @param data the event's body
 */
record FactRow(
    EscalationEvent event,
    TimelineEntry entry,
    UUID eventId,
    String data,
    @Nullable String traceparent) {

  static Stream<FactRow> of(EscalationChange change, EventCodec codec) {
    return change.events().stream()
        .map(
            event ->
                new FactRow(
                    event,
                    TimelineEntry.of(event),
                    UuidCreator.getTimeOrderedEpoch(),
                    codec.encode(event),
                    change.traceparent()));
  }
}
