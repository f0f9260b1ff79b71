package io.meridian.handoff.handoff.application.briefing;

import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import io.meridian.handoff.handoff.domain.briefing.SlaDeadlines;
import io.meridian.handoff.handoff.store.briefing.CircumstancesStore;
import io.meridian.handoff.handoff.store.briefing.TimelineStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What customers are owed next, of many escalations at once. */
@ApplicationScoped
public class NextDeadlines {
  private final TimelineStore timelines;
  private final CircumstancesStore circumstances;

  NextDeadlines(TimelineStore timelines, CircumstancesStore circumstances) {
    this.timelines = timelines;
    this.circumstances = circumstances;
  }

  /** The earliest SLA deadline that is not met, of those that have one; it may have passed. */
  public Uni<Map<UUID, Due>> of(UnitOfWork unit, Collection<UUID> escalations) {
    if (escalations.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return circumstances
        .of(unit, escalations)
        .chain(
            found ->
                timelines
                    .of(unit, found.keySet())
                    .map(
                        facts -> {
                          Map<UUID, Due> next = new HashMap<>();
                          found.forEach(
                              (id, known) ->
                                  SlaDeadlines.next(known, facts.getOrDefault(id, List.of()))
                                      .ifPresent(due -> next.put(id, due)));
                          return next;
                        }));
  }
}
