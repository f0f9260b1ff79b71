package io.meridian.escalation.directory.application;

import io.meridian.escalation.directory.store.DirectoryStore;
import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.roster.Roster;
import io.meridian.roster.Standing;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Takes over the directory of each calendar that was applied, and says who is on it. */
@ApplicationScoped
public class DirectoryReplica implements Roster {
  private final Transactions transactions;
  private final DirectoryStore store;

  DirectoryReplica(Transactions transactions, DirectoryStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Replaces the directory by the newest, unless a newer one is in place. */
  public Uni<Void> apply(UnitOfWork unit, List<CalendarEvent> events) {
    return events.stream()
        .map(CalendarEvent::calendar)
        .max(Comparator.comparingLong(CalendarState::revision))
        .map(newest -> store.replace(unit, newest))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  @Override
  public Uni<Standing> standing(String subject) {
    return transactions.read(unit -> store.standing(unit, subject));
  }
}
