package io.meridian.handoff.simulation;

import io.meridian.runtime.outbox.Undoable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** What a transaction has done so far; and the place where the process may die. */
final class Journal implements Undoable.Store {
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private boolean open;
  private int stepsToCrash = -1;
  private Runnable atCommit = () -> {};
  private BooleanSupplier isTorn = () -> false;
  long crashes;
  long commits;

  /** The process dies. */
  static final class Crash extends RuntimeException {
    Crash() {
      super("crash", null, false, false);
    }
  }

  /** The process dies at the n-th write from now on; a smaller transaction gets away. */
  void crashAfter(int writes) {
    stepsToCrash = writes;
  }

  void step() {
    if (!open) {
      throw new IllegalStateException("a write outside of a transaction");
    }
    if (stepsToCrash >= 0 && stepsToCrash-- == 0) {
      crashes++;
      throw new Crash();
    }
  }

  /** Plants the fault of a transaction that is not undone as a whole. */
  void tearWhen(BooleanSupplier fault) {
    isTorn = fault;
  }

  /** What the database checks when a transaction commits. */
  void atCommit(Runnable check) {
    atCommit = check;
  }

  void undoWith(Runnable deed) {
    undo.push(deed);
  }

  @Override
  public void begin() {
    if (open) {
      throw new IllegalStateException("a transaction in a transaction");
    }
    open = true;
  }

  @Override
  public void commit() {
    atCommit.run();
    commits++;
    undo.clear();
    open = false;
    stepsToCrash = -1;
  }

  @Override
  public void rollback() {
    if (!undo.isEmpty() && isTorn.getAsBoolean()) {
      undo.clear();
    }
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
    open = false;
    stepsToCrash = -1;
  }
}
