package io.meridian.handoff.application.ledger;

import io.meridian.events.Person;
import io.meridian.handoff.application.calendar.InForce;
import io.meridian.handoff.domain.duty.Roster;
import io.meridian.handoff.domain.ledger.Attendance;
import io.meridian.handoff.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.domain.shiftchange.Terms;

/**
 * What decisions of one transaction are made by: the calendar in force, who is on duty when, and
 * the durations of shift changes.
 */
record World(InForce inForce, Roster roster, Terms terms) {

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
