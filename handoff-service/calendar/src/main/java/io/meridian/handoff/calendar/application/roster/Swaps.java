package io.meridian.handoff.calendar.application.roster;

import io.meridian.events.SwapState;
import io.meridian.events.SwapStatus;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.store.roster.SwapRepository;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask about swap requests: a TAM sees those that concern them, a manager all. */
@ApplicationScoped
public class Swaps {

  private final Transactions transactions;
  private final CurrentCalendar current;
  private final SwapRepository store;

  Swaps(Transactions transactions, CurrentCalendar current, SwapRepository store) {
    this.transactions = transactions;
    this.current = current;
    this.store = store;
  }

  /** Requests, the latest first. */
  public Uni<Page<SwapState>> list(
      SwapCaller caller, @Nullable String tam, @Nullable SwapStatus status, PageRequest request) {
    SwapRepository.@Nullable After after =
        request
            .after(
                key ->
                    new SwapRepository.After(
                        Instant.parse(key.get(0)), UUID.fromString(key.get(1))))
            .orElse(null);
    if (!caller.seesAll() && tam != null && !tam.equals(caller.id())) {
      return Uni.createFrom().item(new Page<>(List.of(), null));
    }
    String whose = caller.seesAll() ? tam : caller.id();
    return transactions.read(
        unit ->
            store
                .list(unit, whose, status, after, request.limit() + 1)
                .chain(rows -> current.in(unit).map(now -> page(now, rows, request))));
  }

  /** One request. */
  public Uni<SwapState> one(SwapCaller caller, UUID id) {
    return transactions.read(
        unit ->
            store
                .find(unit, id)
                .map(found -> caller.sees(found.orElseThrow(() -> SwapCaller.unknown(id))))
                .chain(found -> current.in(unit).map(now -> SwapStates.of(now, found))));
  }

  private static Page<SwapState> page(InForce now, List<SwapRequest> rows, PageRequest request) {
    return Page.of(rows, request, row -> List.of(row.askedAt().toString(), row.id().toString()))
        .map(row -> SwapStates.of(now, row));
  }
}
