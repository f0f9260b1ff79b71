package io.meridian.escalation.integration.application;

import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.store.IntegrationRepository;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.seal.SealedSecrets;
import io.meridian.seal.SecretSeal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The secrets of integrations follow the key under which secrets are sealed. */
@ApplicationScoped
class IntegrationSecrets implements SealedSecrets {
  private static final Logger LOG = Logger.getLogger(IntegrationSecrets.class);

  private final IntegrationRepository store;
  private final SecretSeal seal;

  IntegrationSecrets(IntegrationRepository store, SecretSeal seal) {
    this.store = store;
    this.seal = seal;
  }

  @Override
  public Uni<Integer> reseal(UnitOfWork unit) {
    return store
        .notSealed(unit, seal.prefix())
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(id -> reseal(unit, id))
        .collect()
        .with(Collectors.summingInt(count -> count));
  }

  private Uni<Integer> reseal(UnitOfWork unit, UUID id) {
    return store
        .lock(unit, id)
        .chain(
            found ->
                found
                    .flatMap(this::resealed)
                    .map(one -> store.update(unit, one).replaceWith(1))
                    .orElseGet(() -> Uni.createFrom().item(0)));
  }

  /** Empty when it does not open: the others are sealed all the same. */
  private Optional<Integration> resealed(Integration one) {
    try {
      return Optional.of(one.resealed(this::current));
    } catch (IllegalStateException e) {
      LOG.errorf("integration %s: %s", one.id(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Sealed anew, unless it is as it would be today. */
  private String current(String stored) {
    return seal.isCurrent(stored) ? stored : seal.seal(seal.open(stored));
  }
}
