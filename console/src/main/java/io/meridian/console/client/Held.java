package io.meridian.console.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open escalation that somebody is accountable for.
 *
 * @param escalation what people say, e.g. {@code ESC-1042}
 * @param end when somebody else takes over who has accepted already; null while nobody does
 */
public record Held(
    UUID escalationId,
    String escalation,
    String title,
    Severity severity,
    Person tam,
    String region,
    Instant start,
    @Nullable Instant end) {}
