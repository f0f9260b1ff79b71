package io.meridian.customer.directory.application;

import io.meridian.customer.directory.store.DirectoryStore;
import io.meridian.roster.Roster;
import io.meridian.roster.Standing;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is on the calendar, by the replica of its directory. */
@ApplicationScoped
class DirectoryRoster implements Roster {
  private final Transactions transactions;
  private final DirectoryStore directory;

  DirectoryRoster(Transactions transactions, DirectoryStore directory) {
    this.transactions = transactions;
    this.directory = directory;
  }

  @Override
  public Uni<Standing> standing(String subject) {
    return transactions.read(unit -> directory.standing(unit, subject));
  }
}
