package io.meridian.handoff.handoff.application.briefing;

import io.meridian.events.EscalationEvent;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.handoff.store.briefing.TextStore;
import io.meridian.handoff.handoff.store.briefing.TimelineStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Follows the timelines of escalations, and what they are about. */
@ApplicationScoped
public class Timelines {
  private final TimelineStore store;
  private final TextStore texts;

  Timelines(TimelineStore store, TextStore texts) {
    this.store = store;
    this.texts = texts;
  }

  /** Keeps what the events tell, in any order; a repeat changes nothing. */
  public Uni<Void> follow(UnitOfWork unit, List<EscalationEvent> events) {
    return store
        .add(unit, events.stream().map(TimelineFact::of).flatMap(Optional::stream).toList())
        .chain(() -> texts.follow(unit, events.stream().map(EscalationEvent::escalation).toList()));
  }
}
