package io.meridian.escalation.escalation.application;

import io.meridian.escalation.escalation.domain.EscalationFilter;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.escalation.escalation.store.EscalationReader;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What is asked about escalations. */
@ApplicationScoped
public class EscalationQueries {
  private final Transactions transactions;
  private final EscalationReader reader;
  private final Clock clock;

  EscalationQueries(Transactions transactions, EscalationReader reader, Clock clock) {
    this.transactions = transactions;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * One escalation.
   *
   * @param name its id or short id
   * @throws Problem 404 for an unknown name
   */
  public Uni<Overview> find(String name) {
    return transactions
        .read(unit -> reader.find(unit, name, clock.instant()))
        .map(found -> found.orElseThrow(() -> Problem.notFound("escalation", name)));
  }

  /** A page of the escalations that match, the newest first. */
  public Uni<Page<Overview>> list(EscalationFilter filter, PageRequest page) {
    Long before = page.after(key -> Long.valueOf(key.getFirst())).orElse(null);
    return transactions
        .read(unit -> reader.list(unit, filter, before, page.limit() + 1, clock.instant()))
        .map(rows -> Page.of(rows, page, row -> List.of(Long.toString(row.escalation().number()))));
  }

  /**
   * A page of an escalation's timeline, oldest first.
   *
   * @throws Problem 404 for an unknown name
   */
  public Uni<Page<TimelineEntry>> timeline(String name, PageRequest page) {
    long after = page.after(key -> Long.valueOf(key.getFirst())).orElse(0L);
    return find(name)
        .chain(
            known ->
                transactions.read(
                    unit ->
                        reader.timeline(unit, known.escalation().id(), after, page.limit() + 1)))
        .map(rows -> Page.of(rows, page, entry -> List.of(Long.toString(entry.revision()))));
  }
}
