package io.meridian.handoff.ledger.application;

import io.meridian.handoff.duty.domain.Roster;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Wants to know what becomes of accountability. It is called in the transaction of the change, with
 * the roster held and the escalations' rows locked: a failure undoes the whole. Nothing is told of
 * no escalations.
 */
public interface LedgerListener {

  /**
   * Accountability of these escalations is about to change or end: what should have happened to
   * them before is made up now.
   *
   * @param until for each escalation the instant at which the change takes place
   */
  Uni<Void> catchUp(UnitOfWork unit, Map<UUID, Instant> until, Roster roster);

  /** Escalations have become somebody's: they opened, or were given to somebody. */
  Uni<Void> assigned(UnitOfWork unit, List<UUID> escalations, Roster roster);

  /** Escalations were taken over or reassigned. */
  Uni<Void> moved(UnitOfWork unit, List<UUID> escalations, Roster roster);

  /**
   * Escalations were given to others since nobody attended them any more: as {@link #moved}, and
   * what they missed meanwhile is made up.
   */
  Uni<Void> assignedAnew(UnitOfWork unit, List<UUID> escalations, Roster roster);

  /** Who is accountable counts as attending for longer than their duty. */
  Uni<Void> held(UnitOfWork unit, List<UUID> escalations, Roster roster);

  /** Escalations closed, each at its instant. */
  Uni<Void> closed(UnitOfWork unit, Map<UUID, Instant> closedAt);

  /**
   * Escalations travel, live at home or rest otherwise than before, which their ledgers show
   * already, and are whose they were.
   *
   * @param resolved those that rest since they are resolved
   * @param others all others, and since when
   */
  Uni<Void> served(
      UnitOfWork unit, Collection<UUID> resolved, Map<UUID, Instant> others, Roster roster);

  /** Escalations have another severity, which their rows show already. */
  Uni<Void> regraded(UnitOfWork unit, Collection<UUID> escalations);
}
