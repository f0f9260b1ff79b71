package io.meridian.handoff.handoff.application;

import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.handoff.domain.Demand;
import io.meridian.handoff.handoff.domain.Demands;
import io.meridian.handoff.handoff.store.Holding;
import io.meridian.handoff.handoff.store.HoldingStore.Group;
import io.meridian.runtime.work.UnitOfWork;

/** What one step works with: as of when, and what their situations demand then. */
record StepContext(
    UnitOfWork unit,
    Roster roster,
    DecisionTime moment,
    Terms terms,
    Demands demands,
    EarliestHoldings earliest) {

  static StepContext at(UnitOfWork unit, Roster roster, DecisionTime moment, Terms terms) {
    return at(unit, roster, moment, terms, Stays.NONE);
  }

  private static StepContext at(
      UnitOfWork unit, Roster roster, DecisionTime moment, Terms terms, Stays stays) {
    var demands = new Demands(roster, new ShiftChanges(roster, terms, stays), moment.asOf());
    return new StepContext(
        unit, roster, moment, terms, demands, EarliestHoldings.of(roster, moment.asOf()));
  }

  /** The same, knowing what was decided about homes. */
  StepContext with(Stays stays) {
    return at(unit, roster, moment, terms, stays);
  }

  Demand demand(Holding row) {
    return demands.of(earliest.of(row.holder()), row.present());
  }

  Demand demand(Group group) {
    return demands.of(group.holder(), group.present());
  }
}
