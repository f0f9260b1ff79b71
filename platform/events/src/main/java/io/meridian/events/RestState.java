package io.meridian.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which an open escalation rested, after an event. Rests are written down when their
 * escalation is looked at, within an hour.
 *
 * @param id derived from what it is about
 * @param escalation what people say, e.g. {@code ESC-1042}
 * @param end null while it goes on, as far as was known
 * @param region in which the accountable person holds it
 * @param accountable whose it was
 * @param revision counts the rest's changes, from 1
 */
public record RestState(
    UUID id,
    UUID escalationId,
    String escalation,
    @Nullable UUID customerId,
    Severity severity,
    Instant start,
    @Nullable Instant end,
    RestCause cause,
    String region,
    Person accountable,
    long revision,
    Instant changedAt) {}
