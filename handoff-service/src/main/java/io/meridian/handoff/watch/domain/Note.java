package io.meridian.handoff.watch.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What the outgoing crew says to the incoming one at a shift change.
 *
 * @param by who wrote this version
 * @param version counts the edits, from 1
 */
public record Note(UUID shiftChangeId, String text, String by, Instant at, long version) {}
