package io.meridian.handoff.ledger.application;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.ledger.domain.Attendance;

/**
 * What decisions of one transaction are made by: the calendar in force, who is on duty when, and
 * the durations of shift changes.
 */
record DecisionBasis(InForce inForce, Roster roster, Terms terms) {

  ShiftChanges planner() {
    return new ShiftChanges(roster, terms);
  }

  Attendance attendance() {
    return new Attendance(roster, planner());
  }

  Person person(String tam) {
    return inForce.person(tam);
  }
}
