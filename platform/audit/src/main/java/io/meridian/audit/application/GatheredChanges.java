package io.meridian.audit.application;

import io.meridian.audit.act.Act;
import io.meridian.audit.domain.Change;
import io.meridian.runtime.work.UnitOfWork.LastWrite;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What one unit of work changed: each object once, as it is in the end. */
final class GatheredChanges implements LastWrite {

  private record Key(String kind, String id) {}

  private final Act act;
  private final Function<Map<Change, Act>, Uni<Void>> written;
  private final Map<Key, Change> changes = new LinkedHashMap<>();
  private final Map<String, Act> acts = new HashMap<>();

  /**
   * @param act whose changes they are, unless they are attributed to others
   */
  GatheredChanges(Act act, Function<Map<Change, Act>, Uni<Void>> written) {
    this.act = act;
    this.written = written;
  }

  void add(Change change) {
    changes.put(new Key(change.kind(), change.id()), change);
  }

  void attribute(Map<String, Act> those) {
    acts.putAll(those);
  }

  @Override
  public Uni<Void> write() {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Map<Change, Act> all = new LinkedHashMap<>();
    changes.values().forEach(change -> all.put(change, by(change)));
    return written.apply(all);
  }

  private Act by(Change change) {
    Act own = acts.get(change.id());
    return own != null ? own : Objects.requireNonNullElse(acts.get(change.about()), act);
  }
}
