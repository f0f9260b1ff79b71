package io.meridian.customer.sla.application;

import io.meridian.customer.sla.domain.SlaPolicy;
import io.meridian.customer.sla.store.SlaPolicyRepository;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import io.meridian.rest.http.ETags;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was promised to which tier, written and read. */
@ApplicationScoped
public class SlaPolicies {
  private final Transactions transactions;
  private final SlaPolicyRepository policies;
  private final Outbox outbox;
  private final Clock clock;

  SlaPolicies(Transactions transactions, SlaPolicyRepository policies, Outbox outbox, Clock clock) {
    this.transactions = transactions;
    this.policies = policies;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The policy of every tier, the best first; unwritten ones promise nothing. */
  public Uni<List<SlaPolicy>> all() {
    return transactions.read(
        unit ->
            policies
                .all(unit)
                .map(
                    written -> {
                      Map<Tier, SlaPolicy> known = new EnumMap<>(Tier.class);
                      written.forEach(policy -> known.put(policy.tier(), policy));
                      return Arrays.stream(Tier.values())
                          .map(tier -> known.getOrDefault(tier, SlaPolicy.unwritten(tier)))
                          .toList();
                    }));
  }

  /** The policy of a tier. */
  public Uni<SlaPolicy> of(Tier tier) {
    return transactions.read(unit -> of(unit, tier));
  }

  /**
   * Promises something else to a tier; the same again changes nothing.
   *
   * @param closeAfter how long after being resolved its escalations close; null: as the house has
   *     it
   * @throws Problem 428 and 412 as {@link ETags#requireMatch}
   */
  public Uni<SlaPolicy> promise(
      Tier tier,
      @Nullable String ifMatch,
      List<SlaTarget> targets,
      @Nullable Duration closeAfter,
      String by) {
    return transactions.write(
        unit ->
            of(unit, tier)
                .invoke(before -> ETags.requireMatch(ifMatch, before.revision()))
                .chain(before -> write(unit, before, targets, closeAfter, by)));
  }

  private Uni<SlaPolicy> write(
      UnitOfWork unit,
      SlaPolicy before,
      List<SlaTarget> targets,
      @Nullable Duration closeAfter,
      String by) {
    Optional<SlaPolicy> changed = before.promise(targets, closeAfter, clock.instant());
    return changed
        .map(
            after ->
                policies
                    .save(unit, after)
                    .chain(() -> outbox.append(unit, List.of(after.told(by))))
                    .replaceWith(after))
        .orElseGet(() -> Uni.createFrom().item(before));
  }

  private Uni<SlaPolicy> of(UnitOfWork unit, Tier tier) {
    return policies.find(unit, tier).map(found -> found.orElseGet(() -> SlaPolicy.unwritten(tier)));
  }
}
