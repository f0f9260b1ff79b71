package io.meridian.handoff.calendar.application;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Wants to know when a calendar was applied. Every bean of this type is called, one after another,
 * in the transaction that applies it: a failure undoes the whole.
 */
public interface CalendarListener {

  /**
   * The calendar that {@link RosterSource} now answers from is in force from {@code at} on; running
   * shifts are already cut where they differ.
   *
   * @param unit the transaction of the apply; no other transaction that holds the roster runs
   */
  Uni<Void> calendarApplied(UnitOfWork unit, Instant at);
}
