package io.meridian.escalation.intake.application;

import io.meridian.audit.act.Act;
import io.meridian.escalation.intake.domain.Arrival;

/** What comes in, and with whose request: that is lost once it waits among others. */
record ActedArrival(Arrival arrival, Act act) {}
