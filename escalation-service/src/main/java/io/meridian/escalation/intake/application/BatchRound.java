package io.meridian.escalation.intake.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.escalation.customer.application.Terms;
import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.store.EscalationBatches;
import io.meridian.escalation.escalation.store.EscalationChange;
import io.meridian.escalation.escalation.store.EscalationNumbers;
import io.meridian.escalation.intake.application.ArrivalGroup.Key;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.worker.Failures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides a batch and writes it with one statement: all of it, or nothing. */
@ApplicationScoped
class BatchRound {
  private static final int RACES_MAX = 3;
  private static final Comparator<EscalationChange> BY_RECORD =
      Comparator.comparing(
          change -> change.after().externalRef(),
          Comparator.nullsFirst(
              Comparator.comparing(ExternalRef::system).thenComparing(ExternalRef::id)));

  private final EscalationBatches escalations;
  private final EscalationNumbers numbers;
  private final Terms terms;
  private final Outbox outbox;
  private final Clock clock;

  BatchRound(
      EscalationBatches escalations,
      EscalationNumbers numbers,
      Terms terms,
      Outbox outbox,
      Clock clock) {
    this.escalations = escalations;
    this.numbers = numbers;
    this.terms = terms;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Looks up, decides and writes; answers nobody but whose own decision throws.
   *
   * @param look true to look for every group's record, false only for those that are likely known
   * @return the ids of the escalations that were saved, after the commit
   */
  Uni<Set<UUID>> write(List<ArrivalGroup> groups, boolean look) {
    return Uni.createFrom()
        .deferred(() -> known(groups, look))
        .chain(known -> terms(groups, known).chain(terms -> decide(groups, known, terms)))
        .chain(() -> save(groups));
  }

  private Uni<Map<Key, Escalation>> known(List<ArrivalGroup> groups, boolean look) {
    List<ExternalRef> refs =
        groups.stream()
            .filter(group -> look || group.isLikelyKnown())
            .map(ArrivalGroup::ref)
            .filter(Objects::nonNull)
            .toList();
    if (refs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return escalations
        .load(refs)
        .map(
            found -> {
              Map<Key, Escalation> known = new HashMap<>(2 * found.size());
              for (Escalation escalation : found) {
                known.put(Key.of(Objects.requireNonNull(escalation.externalRef())), escalation);
              }
              return known;
            });
  }

  private Uni<TermsByCustomer> terms(List<ArrivalGroup> groups, Map<Key, Escalation> known) {
    Set<UUID> customers = new HashSet<>();
    groups.forEach(group -> group.addCustomers(customers));
    for (Escalation escalation : known.values()) {
      UUID customer = escalation.content().customerId();
      if (customer != null) {
        customers.add(customer);
      }
    }
    return terms.recent(customers);
  }

  private Uni<Void> decide(
      List<ArrivalGroup> groups, Map<Key, Escalation> known, TermsByCustomer terms) {
    int unknown = (int) groups.stream().filter(group -> known(known, group) == null).count();
    return numbers
        .take(unknown)
        .invoke(
            fresh -> {
              Instant now = clock.instant();
              Iterator<Long> number = fresh.iterator();
              for (ArrivalGroup group : groups) {
                Escalation state = known(known, group);
                if (state == null) {
                  group.decide(null, UuidCreator.getTimeOrderedEpoch(), number.next(), terms, now);
                } else {
                  group.decide(state, state.id(), state.number(), terms, now);
                }
              }
            })
        .replaceWithVoid();
  }

  private static @Nullable Escalation known(Map<Key, Escalation> known, ArrivalGroup group) {
    ExternalRef ref = group.ref();
    return ref == null ? null : known.get(Key.of(ref));
  }

  private Uni<Set<UUID>> save(List<ArrivalGroup> groups) {
    List<EscalationChange> changes =
        groups.stream()
            .map(ArrivalGroup::change)
            .filter(Objects::nonNull)
            .sorted(BY_RECORD)
            .toList();
    if (changes.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return Uni.createFrom()
        .deferred(() -> escalations.save(changes))
        .onFailure(Failures::isRace)
        .retry()
        .atMost(RACES_MAX)
        .invoke(outbox::nudge);
  }
}
