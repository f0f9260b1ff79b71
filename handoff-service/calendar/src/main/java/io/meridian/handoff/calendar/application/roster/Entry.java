package io.meridian.handoff.calendar.application.roster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry of the calendar in force.
 *
 * @param id its name in its list
 * @param json the entry, nothing left to defaults
 * @param etag changes with the entry, and with nothing else
 */
public record Entry(String id, ObjectNode json, String etag) {}
