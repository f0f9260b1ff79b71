package io.meridian.handoff.watch.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.watch.domain.Handover;
import io.meridian.handoff.watch.domain.NamedItem;
import io.meridian.handoff.watch.store.WatchStore;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Watch items for reading. */
@ApplicationScoped
public class WatchReading {
  private final WatchStore store;
  private final CurrentCalendar calendar;
  private final Transactions transactions;
  private final Clock clock;

  WatchReading(WatchStore store, CurrentCalendar calendar, Transactions transactions, Clock clock) {
    this.store = store;
    this.calendar = calendar;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** An item, who has to confirm it and who has, and the names that go with it. */
  public record Watched(NamedItem named, List<Handover> handovers, InForce people, Instant at) {}

  /**
   * One item.
   *
   * @throws Problem 404
   */
  public Uni<Watched> one(UUID id) {
    return transactions.read(unit -> read(unit, id));
  }

  /**
   * Items by their end.
   *
   * @param customer only those of this customer; null for all
   * @param isAll also those that are over
   */
  public Uni<Page<Watched>> list(@Nullable UUID customer, boolean isAll, PageRequest request) {
    Instant now = clock.instant();
    WatchStore.After after =
        request
            .after(
                key -> new WatchStore.After(Instant.parse(key.get(0)), UUID.fromString(key.get(1))))
            .orElse(null);
    return transactions.read(
        unit ->
            store
                .page(unit, customer, isAll ? null : now, after, request.limit() + 1)
                .chain(rows -> watched(unit, rows, now))
                .map(
                    rows ->
                        Page.of(
                            rows,
                            request,
                            last ->
                                List.of(
                                    last.named().item().until().toString(),
                                    last.named().item().id().toString()))));
  }

  /** What is watched in {@code [now, until)}, what ends first first, so many at most. */
  public Uni<List<Watched>> alive(UnitOfWork unit, Instant now, Instant until, int limit) {
    return store.alive(unit, now, until, limit).chain(rows -> watched(unit, rows, now));
  }

  private Uni<List<Watched>> watched(UnitOfWork unit, List<NamedItem> rows, Instant now) {
    List<UUID> ids = rows.stream().map(row -> row.item().id()).toList();
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : store
            .handovers(unit, ids)
            .chain(
                all ->
                    calendar
                        .in(unit)
                        .map(
                            people ->
                                rows.stream()
                                    .map(
                                        row ->
                                            new Watched(
                                                row,
                                                all.getOrDefault(row.item().id(), List.of()),
                                                people,
                                                now))
                                    .toList()));
  }

  /** The same in a transaction. */
  Uni<Watched> read(UnitOfWork unit, UUID id) {
    return store
        .find(unit, id)
        .map(found -> known(found, id))
        .chain(named -> watched(unit, List.of(named), clock.instant()))
        .map(List::getFirst);
  }

  static NamedItem known(Optional<NamedItem> found, UUID id) {
    return found.orElseThrow(() -> Problem.notFound("watch item", id));
  }
}
