package io.meridian.escalation.integration.application;

import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.store.IntegrationRepository;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.seal.SecretSeal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All active integrations in memory, at most a second old, so that a message costs no query. There
 * are few; an unknown id costs at most twenty queries a second, however many ask.
 */
@ApplicationScoped
class Senders {
  private static final Logger LOG = Logger.getLogger(Senders.class);
  private static final Duration AGE_MAX = Duration.ofSeconds(1);
  private static final Duration AGE_MAX_UNKNOWN = Duration.ofMillis(50);

  private record Snapshot(Map<UUID, Sender> byId, long readAtNanos) {
    boolean isOlderThan(Duration age) {
      return System.nanoTime() - readAtNanos > age.toNanos();
    }
  }

  private final Transactions transactions;
  private final IntegrationRepository store;
  private final SecretSeal seal;

  /** Those whose secret does not open, told of once. */
  private final Set<UUID> shut = ConcurrentHashMap.newKeySet();

  private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
  private final AtomicReference<@Nullable Uni<Snapshot>> loading = new AtomicReference<>();

  Senders(Transactions transactions, IntegrationRepository store, SecretSeal seal) {
    this.transactions = transactions;
    this.store = store;
    this.seal = seal;
  }

  /** The active integration of this id; answers on the caller's context. */
  Uni<Optional<Sender>> find(UUID id) {
    Snapshot snapshot = current.get();
    if (snapshot != null) {
      Sender sender = snapshot.byId.get(id);
      if (!snapshot.isOlderThan(sender == null ? AGE_MAX_UNKNOWN : AGE_MAX)) {
        return Uni.createFrom().item(Optional.ofNullable(sender));
      }
    }
    Context caller = Vertx.currentContext();
    Uni<Snapshot> fresh = load();
    return (caller == null ? fresh : fresh.emitOn(task -> caller.runOnContext(v -> task.run())))
        .map(known -> Optional.ofNullable(known.byId.get(id)));
  }

  /** Reads again before the next answer: something changed. */
  void forget() {
    current.set(null);
    loading.set(null);
  }

  /**
   * Reads once for all that wait, and answers all on the context of the first: who goes on from
   * there must return to their own, since sessions and traces belong to a context.
   */
  private Uni<Snapshot> load() {
    Uni<Snapshot> mine =
        transactions
            .read(store::active)
            .map(this::snapshot)
            .invoke(current::set)
            .onTermination()
            .invoke(() -> loading.set(null))
            .memoize()
            .indefinitely();
    Uni<Snapshot> others = loading.compareAndExchange(null, mine);
    return others == null ? mine : others;
  }

  /** One whose secret does not open is unknown to us; the others are believed all the same. */
  private Snapshot snapshot(List<Integration> integrations) {
    Map<UUID, Sender> byId = new HashMap<>();
    for (Integration integration : integrations) {
      try {
        byId.put(integration.id(), sender(integration));
        shut.remove(integration.id());
      } catch (IllegalStateException e) {
        if (shut.add(integration.id())) {
          LOG.errorf("integration %s is not believed: %s", integration.id(), e.getMessage());
        }
      }
    }
    return new Snapshot(byId, System.nanoTime());
  }

  private Sender sender(Integration integration) {
    String previous = integration.previousSecret();
    return new Sender(
        integration,
        WebhookSecret.key(seal.open(integration.secret())),
        previous == null ? null : WebhookSecret.key(seal.open(previous)));
  }
}
