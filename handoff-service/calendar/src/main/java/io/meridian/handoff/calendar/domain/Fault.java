package io.meridian.handoff.calendar.domain;

/**
 * What keeps a calendar from being applied.
 *
 * @param pointer RFC 6901 pointer into the document: {@code /regions/0/lead}
 * @param code stable, lower case with hyphens: {@code unknown-tam}
 * @param detail for people
 */
public record Fault(String pointer, String code, String detail) {}
