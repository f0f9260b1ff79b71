package io.meridian.escalation.escalation.store;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.events.EscalationEvent;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of a batch as arrays: for the timeline and, encoded once, for the outbox. */
@ApplicationScoped
class FactColumns {
  private final EventCodec codec;

  FactColumns(EventCodec codec) {
    this.codec = codec;
  }

  private record Fact(EscalationEvent event, TimelineEntry entry, @Nullable String traceparent) {}

  void addTo(Tuple parameters, List<EscalationChange> changes) {
    List<Fact> facts = changes.stream().flatMap(FactColumns::facts).toList();
    Columns.add(parameters, facts, UUID[]::new, f -> f.event.escalation().id());
    Columns.add(parameters, facts, Long[]::new, f -> f.entry.revision());
    Columns.add(parameters, facts, OffsetDateTime[]::new, f -> Columns.utcOrNull(f.entry.at()));
    Columns.add(parameters, facts, String[]::new, f -> f.entry.by());
    Columns.add(parameters, facts, String[]::new, f -> f.entry.kind().name());
    Columns.add(parameters, facts, String[]::new, f -> f.entry.text());
    Columns.add(parameters, facts, String[]::new, f -> f.entry.from());
    Columns.add(parameters, facts, String[]::new, f -> f.entry.to());
    Columns.add(parameters, facts, UUID[]::new, f -> UuidCreator.getTimeOrderedEpoch());
    Columns.add(parameters, facts, String[]::new, f -> f.event.type());
    Columns.add(parameters, facts, String[]::new, f -> codec.encode(f.event));
    Columns.add(parameters, facts, String[]::new, f -> f.traceparent);
  }

  private static Stream<Fact> facts(EscalationChange change) {
    return change.events().stream()
        .map(event -> new Fact(event, TimelineEntry.of(event), change.traceparent()));
  }
}
