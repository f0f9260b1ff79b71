package io.meridian.handoff.ledger.application;

import io.meridian.handoff.ledger.application.Assignments.Situation;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Attendance;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.domain.Stretch;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Escalations follow the sun, live at home or rest otherwise than before: raised, lowered, served
 * otherwise, resolved or reopened. Whom nobody attends then, and which do not rest, are assigned
 * anew as if they opened.
 */
@ApplicationScoped
class ServiceChanges {
  private final Assignments assignments;
  private final LedgerWriter ledgers;

  ServiceChanges(Assignments assignments, LedgerWriter ledgers) {
    this.assignments = assignments;
    this.ledgers = ledgers;
  }

  /**
   * What became of them.
   *
   * @param resolved those that rest now since they are resolved
   * @param others all others that stay with whose they were, and since when
   * @param anew those that are somebody else's now
   * @param basis with what was decided for it
   */
  record Served(
      Set<UUID> resolved, Map<UUID, Instant> others, Set<UUID> anew, DecisionBasis basis) {

    static Served nothing(DecisionBasis basis) {
      return new Served(Set.of(), Map.of(), Set.of(), basis);
    }
  }

  private record Changed(EscalationRow row, SpanLedger ledger) {}

  /** Changes these ledgers as the steps say; the caller writes them. */
  Uni<Served> apply(
      UnitOfWork unit,
      List<SpanStep> steps,
      Map<UUID, SpanLedger> ledgersById,
      DecisionBasis basis,
      Instant now) {
    List<SpanStep> serving =
        steps.stream()
            .filter(step -> step.serves() && ledgersById.containsKey(step.now().id()))
            .toList();
    return serving.isEmpty()
        ? Uni.createFrom().item(Served.nothing(basis))
        : assignments
            .situation(unit, serving.stream().map(SpanStep::now).toList(), basis)
            .chain(
                situation -> {
                  List<Changed> changed = serve(serving, ledgersById, situation);
                  return ledgers
                      .decided(unit, changed.stream().map(Changed::ledger).toList(), basis, now)
                      .map(decided -> assign(changed, situation, decided, now));
                });
  }

  private static List<Changed> serve(
      List<SpanStep> serving, Map<UUID, SpanLedger> ledgersById, Situation situation) {
    List<Changed> changed = new ArrayList<>();
    for (SpanStep step : serving) {
      EscalationRow row = step.now();
      SpanLedger ledger = ledgersById.get(row.id());
      if (ledger != null && ledger.serve(regime(step, ledger, situation))) {
        changed.add(new Changed(row, ledger));
      }
    }
    return changed;
  }

  /** Where it lives stays as it was written down, unless somebody says otherwise. */
  private static Regime regime(SpanStep step, SpanLedger ledger, Situation situation) {
    EscalationRow row = step.now();
    Optional<String> told = situation.home(row);
    Optional<String> written = Optional.ofNullable(ledger.regime().home());
    String home =
        (step.movesHome() ? told.or(() -> written) : written.or(() -> told))
            .or(() -> ledger.newest().map(Accountability::region))
            .orElse(null);
    return new Regime(step.changedAt(), row.serviceHours(), home, row.isResolved());
  }

  private static Served assign(
      List<Changed> changed, Situation situation, DecisionBasis basis, Instant now) {
    Attendance attendance = basis.attendance();
    Served served = new Served(new HashSet<>(), new HashMap<>(), new HashSet<>(), basis);
    for (Changed one : changed) {
      UUID id = one.row().id();
      if (one.row().isResolved()) {
        served.resolved().add(id);
      } else if (isAssignedAnew(one, attendance, situation, now)) {
        served.anew().add(id);
      } else {
        served.others().put(id, one.ledger().regime().since());
      }
    }
    return served;
  }

  private static boolean isAssignedAnew(
      Changed one, Attendance attendance, Situation situation, Instant now) {
    SpanLedger ledger = one.ledger();
    Optional<Accountability> holder = ledger.accountableAt(now);
    if (holder.isEmpty() || !(ledger.stretchAt(attendance, now) instanceof Stretch.Unattended)) {
      return false;
    }
    return situation
        .to(one.row(), now, ledger.regime().home())
        .filter(to -> !to.tam().equals(holder.get().tam()))
        .map(
            to -> {
              ledger.transfer(
                  new Accountability(
                      to.tam(), to.region(), now, null, to.basis(), null, to.reason()),
                  null,
                  now);
              return true;
            })
        .orElse(false);
  }
}
