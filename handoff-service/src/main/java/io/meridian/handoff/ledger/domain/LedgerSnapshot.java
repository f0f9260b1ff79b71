package io.meridian.handoff.ledger.domain;

import io.meridian.events.AccountabilityState;
import io.meridian.events.Person;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The published state of a ledger after a change, but for the person's name. */
record LedgerSnapshot(
    Escalation escalation,
    Accountability interval,
    @Nullable Instant end,
    @Nullable Instant holdUntil,
    Regime regime,
    long revision,
    Instant changedAt) {

  AccountabilityState by(Function<String, Person> people) {
    return new AccountabilityState(
        escalation.id(),
        escalation.openedAt(),
        people.apply(interval.tam()),
        interval.region(),
        interval.start(),
        end,
        interval.basis(),
        holdUntil,
        interval.handoffId(),
        regime.hours(),
        regime.home(),
        regime.resolved(),
        revision,
        changedAt);
  }
}
