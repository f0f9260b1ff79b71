package io.meridian.handoff.domain.calendar;

import java.time.LocalDate;

/**
 * A public holiday.
 *
 * @param calendar name of the holiday calendar, as regions refer to it
 */
public record Holiday(String calendar, LocalDate date, String name) {}
