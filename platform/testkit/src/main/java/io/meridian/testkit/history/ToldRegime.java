package io.meridian.testkit.history;

import io.meridian.events.AccountabilityState;
import io.meridian.events.ServiceHours;
import org.jspecify.annotations.Nullable;

/**
 * Whether an escalation travels, lives in a region or rests since it is resolved, as was told.
 *
 * @param livesIn null when it travels or is resolved
 */
public record ToldRegime(boolean resolved, @Nullable String livesIn) {

  /** What holds where nothing was told. */
  static final ToldRegime TRAVELS = new ToldRegime(false, null);

  static ToldRegime of(AccountabilityState state) {
    boolean resolved = Boolean.TRUE.equals(state.resolved());
    boolean atHome = state.serviceHours() == ServiceHours.HOME_REGION;
    return new ToldRegime(resolved, resolved || !atHome ? null : state.homeRegion());
  }

  /** Whether it is handed over around the clock. */
  public boolean travels() {
    return !resolved && livesIn == null;
  }
}
