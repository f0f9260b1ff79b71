package io.meridian.handoff.watch.application;

import io.meridian.audit.retention.Retention;
import io.meridian.handoff.watch.store.WatchRetentionStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** For how long it is known what crews kept an eye on, and told each other. */
@ApplicationScoped
class WatchRetention implements Retention {
  private final WatchRetentionStore store;
  private final WatchConfig config;

  WatchRetention(WatchRetentionStore store, WatchConfig config) {
    this.store = store;
    this.config = config;
  }

  @Override
  public Uni<Long> forget(UnitOfWork unit, Instant now) {
    Instant before = now.minus(config.keep());
    return store
        .forgetItems(unit, before, STEP)
        .chain(items -> store.forgetNotes(unit, before, STEP).map(notes -> items + notes));
  }
}
