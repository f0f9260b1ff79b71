package io.meridian.runtime.outbox;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.util.function.Function;

/** Units of work without a database: whole, or undone. */
@Vetoed
public final class Undoable extends Transactions {
  private final UnitOfWork unit;
  private final Store store;
  private final Runnable before;

  /** What a unit of work changes. */
  public interface Store {
    void begin();

    void commit();

    void rollback();
  }

  public Undoable(UnitOfWork unit, Store store) {
    this(unit, store, () -> {});
  }

  /**
   * Units of work that others come before.
   *
   * @param before what happens just before each
   */
  public Undoable(UnitOfWork unit, Store store, Runnable before) {
    super(null, null);
    this.unit = unit;
    this.store = store;
    this.before = before;
  }

  @Override
  public <T> Uni<T> write(Function<UnitOfWork, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              before.run();
              store.begin();
              return work.apply(unit).invoke(store::commit).onFailure().invoke(store::rollback);
            });
  }

  @Override
  public <T> Uni<T> read(Function<UnitOfWork, Uni<T>> work) {
    return Uni.createFrom().deferred(() -> work.apply(unit));
  }
}
