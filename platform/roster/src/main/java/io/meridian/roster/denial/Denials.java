package io.meridian.roster.denial;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.meridian.events.DenialEvent;
import io.meridian.events.DenialState;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who is denied, remembered for a moment: whoever calls often is asked about seldom. */
@ApplicationScoped
public class Denials {
  private static final int CALLERS_MAX = 10_000;

  private record Key(String subject, @Nullable String tokenId) {}

  private final DenialStore store;
  private final Transactions transactions;
  private final Clock clock;
  private final Cache<Key, Optional<DenialState>> recent;

  /**
   * @param memory how long somebody who is denied may still do what they did
   */
  Denials(
      DenialStore store,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "meridian.roster.memory", defaultValue = "PT2S") Duration memory) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.recent = Caffeine.newBuilder().maximumSize(CALLERS_MAX).expireAfterWrite(memory).build();
  }

  /** What counts against somebody, or the token that they come with. */
  public Uni<Optional<DenialState>> against(String subject, @Nullable String tokenId) {
    Key key = new Key(subject, tokenId);
    Optional<DenialState> known = recent.getIfPresent(key);
    return known != null
        ? Uni.createFrom().item(known)
        : transactions
            .read(unit -> store.against(unit, subject, tokenId, clock.instant()))
            .invoke(found -> recent.put(key, found));
  }

  /** Takes over what was told, in any order. */
  public Uni<Void> apply(UnitOfWork unit, Collection<DenialEvent> told) {
    Map<UUID, DenialState> newest = new HashMap<>();
    for (DenialEvent event : told) {
      newest.merge(
          event.denial().id(),
          event.denial(),
          (one, other) -> one.revision() > other.revision() ? one : other);
    }
    return store.save(unit, List.copyOf(newest.values()));
  }
}
