package io.meridian.escalation.customer.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers for a short while what a look-up found, and that it found nothing. */
final class Recent<K, V> {
  private record Entry<V>(Optional<V> value, long untilNanos) {}

  private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Duration foundFor;
  private final Duration missedFor;
  private final int entriesMax;

  Recent(Duration foundFor, Duration missedFor, int entriesMax) {
    this.foundFor = foundFor;
    this.missedFor = missedFor;
    this.entriesMax = entriesMax;
  }

  Uni<Optional<V>> get(K key, Function<K, Uni<Optional<V>>> lookUp) {
    Entry<V> known = entries.get(key);
    return known != null && known.untilNanos - System.nanoTime() > 0
        ? Uni.createFrom().item(known.value)
        : lookUp.apply(key).invoke(found -> remember(key, found));
  }

  /** The same for several at once: those that are not remembered are looked up together. */
  Uni<Map<K, V>> getAll(Collection<K> keys, Function<Set<K>, Uni<Map<K, V>>> lookUp) {
    Map<K, V> found = new HashMap<>();
    Set<K> missing = new HashSet<>();
    for (K key : keys) {
      Entry<V> known = entries.get(key);
      if (known != null && known.untilNanos - System.nanoTime() > 0) {
        known.value.ifPresent(value -> found.put(key, value));
      } else {
        missing.add(key);
      }
    }
    return missing.isEmpty()
        ? Uni.createFrom().item(found)
        : lookUp
            .apply(missing)
            .map(
                fresh -> {
                  missing.forEach(key -> remember(key, Optional.ofNullable(fresh.get(key))));
                  found.putAll(fresh);
                  return found;
                });
  }

  private void remember(K key, Optional<V> found) {
    if (entries.size() >= entriesMax) {
      entries.clear();
    }
    Duration life = found.isPresent() ? foundFor : missedFor;
    entries.put(key, new Entry<>(found, System.nanoTime() + life.toNanos()));
  }
}
