package io.meridian.handoff.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rows by key, in key order; what a transaction does to them can be undone. Values never change.
 */
final class Table<K, V> {
  private final TreeMap<K, V> rows;
  private final Journal journal;
  private final Set<K> touched = new LinkedHashSet<>();

  Table(Journal journal, Comparator<? super K> order) {
    this.rows = new TreeMap<>(order);
    this.journal = journal;
  }

  V get(K key) {
    return rows.get(key);
  }

  V get(K key, V otherwise) {
    V row = rows.get(key);
    return row == null ? otherwise : row;
  }

  void put(K key, V row) {
    journal.step();
    touched.add(key);
    V before = rows.put(key, row);
    journal.undoWith(() -> restore(key, before));
  }

  void remove(K key) {
    journal.step();
    V before = rows.remove(key);
    journal.undoWith(() -> restore(key, before));
  }

  Collection<V> values() {
    return rows.values();
  }

  Map<K, V> rows() {
    return rows;
  }

  /** Those of the rows with these keys that there are, in the order of the keys given. */
  Map<K, V> rows(Collection<K> keys) {
    Map<K, V> found = new LinkedHashMap<>();
    keys.stream().filter(rows::containsKey).forEach(key -> found.put(key, rows.get(key)));
    return found;
  }

  Optional<V> first() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.firstEntry().getValue());
  }

  Optional<V> last() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.lastEntry().getValue());
  }

  /** The keys written since this was last asked. */
  Set<K> touched() {
    Set<K> keys = Set.copyOf(touched);
    touched.clear();
    return keys;
  }

  private void restore(K key, V before) {
    if (before == null) {
      rows.remove(key);
    } else {
      rows.put(key, before);
    }
  }
}
