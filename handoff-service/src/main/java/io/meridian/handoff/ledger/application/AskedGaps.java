package io.meridian.handoff.ledger.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.ledger.store.GapStore;
import io.meridian.handoff.ledger.store.GapStore.AskedGap;
import io.meridian.handoff.ledger.store.GapStore.Asking;
import io.meridian.handoff.ledger.store.GapStore.GapRevision;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Gaps that ran before anybody was asked to end them, as after a leave in mid-shift: who is asked
 * first belongs to the gap, and hears of it. In all others it stands from the beginning.
 */
@ApplicationScoped
public class AskedGaps {
  private final GapStore gaps;
  private final CurrentCalendar calendar;
  private final Outbox outbox;

  AskedGaps(GapStore gaps, CurrentCalendar calendar, Outbox outbox) {
    this.gaps = gaps;
    this.calendar = calendar;
    this.outbox = outbox;
  }

  /** Somebody is asked, at most one for each escalation; the rows of these are locked. */
  public Uni<Void> ask(UnitOfWork unit, List<Asking> askings) {
    return askings.isEmpty()
        ? Uni.createFrom().voidItem()
        : gaps.ask(unit, askings)
            .chain(
                asked ->
                    asked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : calendar.in(unit).chain(people -> tell(unit, asked, people)));
  }

  private Uni<Void> tell(UnitOfWork unit, List<AskedGap> asked, InForce people) {
    var events = new GapEvents(people::person);
    asked.forEach(
        one ->
            events.asked(
                one.escalation(),
                one.gap(),
                new GapRevision(one.revision(), one.asked()),
                one.asked().since()));
    return outbox.append(unit, events.list());
  }
}
