package io.meridian.handoff.handoff.application;

import io.meridian.handoff.duty.application.timer.TimerLoop;

/** What the engine does, for the loop of another replica. */
public final class AnotherEngine {
  private AnotherEngine() {}

  /** The engine's step; it keeps nothing between two of them. */
  public static TimerLoop.Work of(ShiftChangeEngine engine) {
    return engine::step;
  }
}
