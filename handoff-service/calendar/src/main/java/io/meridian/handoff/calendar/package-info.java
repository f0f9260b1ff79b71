/** The calendar: who is on duty when, past and future. It imports no other subject. */
package io.meridian.handoff.calendar;
