package io.meridian.audit.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null stands for all.
 *
 * @param who the actor's id
 * @param what the operation or what happened, exactly
 * @param from the first instant
 * @param until the first instant that is not asked for any more
 */
public record AuditFilter(
    @Nullable String who,
    @Nullable String what,
    @Nullable String kind,
    @Nullable String object,
    @Nullable Instant from,
    @Nullable Instant until) {}
