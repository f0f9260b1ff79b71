package io.meridian.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose answer a severe escalation waits for, at an instant.
 *
 * @param id of the fact, derived from what it is about
 * @param escalation what people say: {@code ESC-1042}
 * @param severity SEV1 or SEV2
 * @param accountable who is accountable at {@code changedAt}
 * @param region the region in which they hold it
 * @param next who has accepted it and becomes accountable later, or null
 * @param due until when somebody is to acknowledge it; null when somebody has
 * @param changedAt when it happened; of what was made up after an outage, later than {@code due} by
 *     its lateness
 */
public record AcknowledgementState(
    UUID id,
    UUID escalationId,
    String escalation,
    Severity severity,
    Person accountable,
    String region,
    @Nullable Person next,
    @Nullable Instant due,
    Instant changedAt) {}
