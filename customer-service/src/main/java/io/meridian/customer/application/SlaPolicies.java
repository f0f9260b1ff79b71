package io.meridian.customer.application;

import io.meridian.customer.domain.SlaPolicy;
import io.meridian.customer.store.SlaPolicyStore;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import io.meridian.rest.http.ETags;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was promised to which tier, written and read. */
@ApplicationScoped
public class SlaPolicies {
  private final Transactions transactions;
  private final SlaPolicyStore store;
  private final Outbox outbox;
  private final Clock clock;

  SlaPolicies(Transactions transactions, SlaPolicyStore store, Outbox outbox, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The policy of every tier, the best first; unwritten ones promise nothing. */
  public Uni<List<SlaPolicy>> all() {
    return transactions.readSql(
        connection ->
            store
                .all(connection)
                .map(
                    known ->
                        Arrays.stream(Tier.values())
                            .map(tier -> known.getOrDefault(tier, SlaPolicy.unwritten(tier)))
                            .toList()));
  }

  /** The policy of a tier. */
  public Uni<SlaPolicy> of(Tier tier) {
    return transactions.readSql(connection -> of(connection, tier));
  }

  /**
   * Promises other targets to a tier; the same ones again change nothing.
   *
   * @throws Problem 428 and 412 as {@link ETags#requireMatch}
   */
  public Uni<SlaPolicy> promise(
      Tier tier, @Nullable String ifMatch, List<SlaTarget> targets, String by) {
    return transactions.writeSql(
        tx ->
            of(tx, tier)
                .invoke(before -> ETags.requireMatch(ifMatch, before.revision()))
                .chain(before -> write(tx, before, targets, by)));
  }

  private Uni<SlaPolicy> write(
      SqlConnection tx, SlaPolicy before, List<SlaTarget> targets, String by) {
    Optional<SlaPolicy> changed = before.promise(targets, clock.instant());
    return changed
        .map(
            after ->
                store
                    .write(tx, after)
                    .chain(() -> outbox.append(tx, List.of(after.told(by))))
                    .replaceWith(after))
        .orElseGet(() -> Uni.createFrom().item(before));
  }

  private Uni<SlaPolicy> of(SqlConnection connection, Tier tier) {
    return store.all(connection).map(known -> known.getOrDefault(tier, SlaPolicy.unwritten(tier)));
  }
}
