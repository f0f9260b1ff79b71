package io.meridian.escalation.customer.application;

import io.meridian.escalation.customer.store.CustomerStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks customers up for what comes in, without a query each time. */
@ApplicationScoped
public class Customers {
  private static final Duration FOUND_FOR = Duration.ofSeconds(10);
  private static final Duration MISSED_FOR = Duration.ofSeconds(1);
  private static final int ENTRIES_MAX = 100_000;

  private final CustomerStore store;
  private final Recent<UUID, String> names;
  private final Recent<String, Map<String, UUID>> refs;

  Customers(CustomerStore store) {
    this.store = store;
    this.names = new Recent<>(FOUND_FOR, MISSED_FOR, ENTRIES_MAX);
    this.refs = new Recent<>(FOUND_FOR, MISSED_FOR, ENTRIES_MAX);
  }

  /** What the customer is called; up to ten seconds behind. */
  public Uni<Optional<String>> name(UUID id) {
    return names.get(id, store::name);
  }

  /**
   * The customer that {@code ref} means: as one of {@code systems} calls it, else as any other
   * system does if only one customer is called so.
   */
  public Uni<Optional<UUID>> byRef(Collection<String> systems, String ref) {
    return refs.get(ref, key -> store.byRef(key).map(Customers::unlessEmpty))
        .map(found -> found.flatMap(bySystem -> choose(systems, bySystem)));
  }

  private static Optional<Map<String, UUID>> unlessEmpty(Map<String, UUID> bySystem) {
    return bySystem.isEmpty() ? Optional.empty() : Optional.of(bySystem);
  }

  private static Optional<UUID> choose(Collection<String> systems, Map<String, UUID> bySystem) {
    Optional<UUID> own =
        systems.stream().filter(bySystem::containsKey).findFirst().map(bySystem::get);
    Set<UUID> all = new HashSet<>(bySystem.values());
    return own.isPresent() || all.size() != 1 ? own : all.stream().findFirst();
  }
}
