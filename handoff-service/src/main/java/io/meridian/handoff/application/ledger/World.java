package io.meridian.handoff.application.ledger;

import io.meridian.events.Person;
import io.meridian.handoff.application.calendar.InForce;
import io.meridian.handoff.domain.duty.Roster;
import io.meridian.handoff.domain.ledger.Attendance;
import io.meridian.handoff.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.domain.shiftchange.Terms;

/** What decisions of one transaction are made by: the calendar in force and who is on duty when. */
record World(InForce inForce, Roster roster) {

  ShiftChanges planner() {
    return new ShiftChanges(roster, Terms.DEFAULT);
  }

  Attendance attendance() {
    return new Attendance(roster, planner());
  }

  Person person(String tam) {
    return inForce.person(tam);
  }
}
