package io.meridian.handoff.handoff.application;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.application.briefing.Briefings;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a change of severity means for handoffs that are not finished: the worse the severity, the
 * more a briefing must hold, so it is checked again and what it lacks now is told.
 */
@ApplicationScoped
public class Regrading {
  /**
   * The engine may be behind: what it has still to decide about these handoffs stays to be done.
   */
  private static final Instant NOTHING_DECIDED = Instant.EPOCH;

  private final HandoffStore store;
  private final Briefings briefings;
  private final CurrentCalendar calendar;
  private final Outbox outbox;
  private final Clock clock;

  Regrading(
      HandoffStore store,
      Briefings briefings,
      CurrentCalendar calendar,
      Outbox outbox,
      Clock clock) {
    this.store = store;
    this.briefings = briefings;
    this.calendar = calendar;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Checks the briefings of these escalations anew, whose rows are locked and have their new
   * severity; a briefing that lacks what it lacked before is not told of.
   */
  public Uni<Void> of(UnitOfWork unit, Collection<UUID> escalations) {
    if (escalations.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .cancellable(unit, escalations, clock.instant())
        .map(
            items ->
                items.stream()
                    .filter(item -> item.handoff().stage() instanceof Stage.Unfinished)
                    .toList())
        .chain(items -> briefings.lookAgain(unit, items).chain(now -> tell(unit, items, now)));
  }

  private Uni<Void> tell(
      UnitOfWork unit, List<HandoffWithSubject> items, Map<UUID, BriefingStatus> looked) {
    Instant now = clock.instant();
    List<HandoffWithSubject> changed = new ArrayList<>();
    for (HandoffWithSubject item : items) {
      Handoff handoff = item.handoff();
      BriefingStatus status = Objects.requireNonNull(looked.get(handoff.plan().id()));
      if (handoff.stage() instanceof Stage.Unfinished stage && !status.equals(item.briefing())) {
        changed.add(item.with(handoff.briefed(stage, now)).with(status));
      }
    }
    if (changed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .update(unit, changed.stream().map(HandoffWithSubject::handoff).toList(), NOTHING_DECIDED)
        .chain(() -> calendar.in(unit))
        .chain(
            people -> {
              var announcements = new Announcements(people);
              changed.forEach(item -> announcements.add(Fact.REGRADED, item));
              return outbox.append(unit, announcements.events());
            });
  }
}
