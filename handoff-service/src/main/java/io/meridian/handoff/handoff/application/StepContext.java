package io.meridian.handoff.handoff.application;

import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.handoff.domain.Demand;
import io.meridian.handoff.handoff.domain.Demands;
import io.meridian.handoff.handoff.store.Holding;
import io.meridian.handoff.handoff.store.HoldingStore.Group;
import io.meridian.runtime.work.UnitOfWork;

/** What one step works with: as of when, and what their situations demand then. */
record StepContext(
    UnitOfWork unit, DecisionTime moment, Demands demands, EarliestHoldings earliest) {

  static StepContext at(UnitOfWork unit, Roster roster, DecisionTime moment, Terms terms) {
    var demands = new Demands(roster, new ShiftChanges(roster, terms), moment.asOf());
    return new StepContext(unit, moment, demands, EarliestHoldings.of(roster, moment.asOf()));
  }

  Demand demand(Holding row) {
    return demands.of(earliest.of(row.holder()), row.present());
  }

  Demand demand(Group group) {
    return demands.of(group.holder(), group.present());
  }
}
