package io.meridian.handoff.notification.application.live;

import io.meridian.events.GapState;
import io.meridian.handoff.handoff.application.HandoffDetails;
import io.meridian.handoff.handoff.application.HandoffReading;
import io.meridian.handoff.ledger.application.LedgerReading;
import io.meridian.handoff.ledger.application.LedgerReading.SpanView;
import io.meridian.handoff.ledger.store.CustomerStore;
import io.meridian.handoff.watch.application.ShiftChangeNotes;
import io.meridian.handoff.watch.application.ShiftChangeNotes.Written;
import io.meridian.handoff.watch.application.WatchReading;
import io.meridian.handoff.watch.application.WatchReading.Watched;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what news are about, each listener for themselves: as it is now. */
@ApplicationScoped
public class LiveReading {
  private final HandoffReading handoffs;
  private final LedgerReading ledgers;
  private final CustomerStore customers;
  private final WatchReading items;
  private final ShiftChangeNotes notes;
  private final Transactions transactions;
  private final Clock clock;

  LiveReading(
      HandoffReading handoffs,
      LedgerReading ledgers,
      CustomerStore customers,
      WatchReading items,
      ShiftChangeNotes notes,
      Transactions transactions,
      Clock clock) {
    this.handoffs = handoffs;
    this.ledgers = ledgers;
    this.customers = customers;
    this.items = items;
    this.notes = notes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A gap under the customer's name of today.
   *
   * @param customerName null while the customer is not known here
   * @param asOf an open gap has lasted until then
   */
  public record NamedGap(GapState gap, @Nullable String customerName, Instant asOf) {}

  /** Those of these handoffs that exist, in this order. */
  public Uni<List<HandoffDetails>> handoffs(List<UUID> ids) {
    return handoffs
        .find(ids)
        .map(found -> ids.stream().map(found::get).filter(Objects::nonNull).toList());
  }

  /** The ledger of an escalation; empty while it is not known. */
  public Uni<Optional<SpanView>> ledger(UUID escalationId) {
    return ledgers
        .find(escalationId.toString())
        .map(Optional::of)
        .onFailure(Problem.class)
        .recoverWithItem(Optional.empty());
  }

  /** These watch items as they are now, in this order. */
  public Uni<List<Watched>> watched(List<UUID> ids) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(items::one)
        .collect()
        .asList();
  }

  /** The note of a shift change as it is now. */
  public Uni<Written> note(UUID shiftChange) {
    return notes.read(shiftChange);
  }

  /** The gaps with names, in this order. */
  public Uni<List<NamedGap>> gaps(List<GapState> gaps) {
    List<UUID> ids =
        gaps.stream().map(GapState::customerId).filter(Objects::nonNull).distinct().toList();
    Uni<Map<UUID, String>> names =
        ids.isEmpty()
            ? Uni.createFrom().item(Map.of())
            : transactions.read(unit -> customers.names(unit, ids));
    return names.map(
        known -> {
          Instant asOf = clock.instant();
          return gaps.stream().map(gap -> new NamedGap(gap, name(gap, known), asOf)).toList();
        });
  }

  private static @Nullable String name(GapState gap, Map<UUID, String> known) {
    UUID customer = gap.customerId();
    return customer == null ? null : known.get(customer);
  }
}
