package io.meridian.console.client;

/**
 * Somebody by the name people know.
 *
 * @param id of their entry in the calendar
 */
public record Person(String id, String name) {}
