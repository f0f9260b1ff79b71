package io.meridian.escalation.escalation.application;

import io.meridian.escalation.escalation.domain.EscalationFilter;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.escalation.escalation.store.EscalationReader;
import io.meridian.escalation.scope.application.Sight;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What is asked about escalations. */
@ApplicationScoped
public class EscalationQueries {
  private final Transactions transactions;
  private final EscalationReader reader;
  private final Sight sight;
  private final Clock clock;

  EscalationQueries(Transactions transactions, EscalationReader reader, Sight sight, Clock clock) {
    this.transactions = transactions;
    this.reader = reader;
    this.sight = sight;
    this.clock = clock;
  }

  /**
   * One escalation.
   *
   * @param actor who asks
   * @param name its id or short id
   * @throws Problem 404 for an unknown name, 403 for one that is no business of the actor
   */
  public Uni<Overview> find(Actor actor, String name) {
    return transactions.read(unit -> seen(unit, actor, name));
  }

  /** The same where it is known that it is the actor's business. */
  public Uni<Overview> find(String name) {
    return transactions.read(unit -> known(unit, name));
  }

  private Uni<Overview> seen(UnitOfWork unit, Actor actor, String name) {
    return known(unit, name)
        .call(
            found ->
                sight.require(unit, actor, found.escalation().id(), found.escalation().shortId()));
  }

  private Uni<Overview> known(UnitOfWork unit, String name) {
    return reader
        .find(unit, name, clock.instant())
        .map(found -> found.orElseThrow(() -> Problem.notFound("escalation", name)));
  }

  /** A page of the escalations that match and that the actor sees, the newest first. */
  public Uni<Page<Overview>> list(Actor actor, EscalationFilter filter, PageRequest page) {
    Long before = page.after(key -> Long.valueOf(key.getFirst())).orElse(null);
    return transactions
        .read(
            unit ->
                reader.list(
                    unit, filter, Sight.of(actor), before, page.limit() + 1, clock.instant()))
        .map(rows -> Page.of(rows, page, row -> List.of(Long.toString(row.escalation().number()))));
  }

  /**
   * A page of an escalation's timeline, oldest first.
   *
   * @throws Problem 404 for an unknown name, 403 for one that is no business of the actor
   */
  public Uni<Page<TimelineEntry>> timeline(Actor actor, String name, PageRequest page) {
    long after = page.after(key -> Long.valueOf(key.getFirst())).orElse(0L);
    return transactions
        .read(
            unit ->
                seen(unit, actor, name)
                    .chain(
                        found ->
                            reader.timeline(
                                unit, found.escalation().id(), after, page.limit() + 1)))
        .map(rows -> Page.of(rows, page, entry -> List.of(Long.toString(entry.revision()))));
  }
}
