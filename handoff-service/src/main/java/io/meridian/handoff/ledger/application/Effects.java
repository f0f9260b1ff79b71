package io.meridian.handoff.ledger.application;

import io.meridian.events.AccountabilityState;
import io.meridian.events.EffectEvent;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.store.AccountabilityStore;
import io.meridian.handoff.ledger.store.AccountabilityStore.Beginning;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells that accountability which was passed in advance takes effect: the ledger has long had it,
 * the people hear of it at the instant at which they become accountable.
 */
@ApplicationScoped
public class Effects {
  private static final UUID FIRST = new UUID(0, 0);

  private final AccountabilityStore accountability;
  private final CurrentCalendar calendar;
  private final HandoffConfig config;
  private final Outbox outbox;

  Effects(
      AccountabilityStore accountability,
      CurrentCalendar calendar,
      HandoffConfig config,
      Outbox outbox) {
    this.accountability = accountability;
    this.calendar = calendar;
    this.config = config;
    this.outbox = outbox;
  }

  /**
   * Tells what takes effect at the instant. What was taken back by then is not in the ledger any
   * more, and not told.
   *
   * @param after the escalation with which the call before ended; empty for the first
   * @return the escalation with which this call ended; empty when all is told
   */
  public Uni<Optional<UUID>> tell(UnitOfWork unit, Instant at, Optional<UUID> after) {
    return accountability
        .beginning(unit, at, after.orElse(FIRST), config.partMax())
        .call(
            all ->
                calendar
                    .in(unit)
                    .chain(
                        people ->
                            outbox.append(
                                unit, all.stream().map(one -> event(one, people)).toList())))
        .map(
            all ->
                all.size() < config.partMax()
                    ? Optional.empty()
                    : Optional.of(all.getLast().escalation().id()));
  }

  private static EffectEvent event(Beginning one, InForce people) {
    Accountability interval = one.interval();
    return new EffectEvent.TookEffect(
        people.person(one.from()),
        new AccountabilityState(
            one.escalation().id(),
            one.escalation().openedAt(),
            people.person(interval.tam()),
            interval.region(),
            interval.start(),
            interval.end(),
            interval.basis(),
            one.holdUntil(),
            interval.handoffId(),
            one.escalation().ledgerRevision(),
            interval.start()));
  }
}
