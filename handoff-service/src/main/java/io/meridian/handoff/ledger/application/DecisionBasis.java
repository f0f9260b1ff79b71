package io.meridian.handoff.ledger.application;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.ledger.domain.Attendance;
import java.util.List;

/**
 * What decisions of one transaction are made by: the calendar in force, who is on duty when, and
 * the durations of shift changes.
 *
 * @param stays what was decided about the homes concerned
 * @param agreed when coverage holes are agreed to
 */
record DecisionBasis(
    InForce inForce, Roster roster, Terms terms, Stays stays, List<Interval> agreed) {

  ShiftChanges planner() {
    return new ShiftChanges(roster, terms, stays);
  }

  Attendance attendance() {
    return new Attendance(roster, planner(), stays, agreed);
  }

  /** The same with what has been decided since. */
  DecisionBasis with(Stays others) {
    return new DecisionBasis(inForce, roster, terms, others, agreed);
  }

  Person person(String tam) {
    return inForce.person(tam);
  }
}
