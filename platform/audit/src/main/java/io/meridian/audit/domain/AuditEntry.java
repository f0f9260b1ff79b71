package io.meridian.audit.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object that an act changed.
 *
 * @param transaction orders the entries, with {@code id}
 * @param actorKind PERSON, INTEGRATION or SYSTEM
 * @param roles that the actor had, in order
 * @param what the operation, or what happened where we acted by ourselves
 * @param before the hash after the object's last change; null when there was none
 * @param after the hash of its representation; null when it is no more
 * @param trace 32 hexadecimal digits, or null
 * @param token of the program that acted; null where none did
 */
public record AuditEntry(
    long transaction,
    long id,
    Instant at,
    String actorKind,
    String actor,
    List<String> roles,
    String what,
    String kind,
    String object,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason,
    @Nullable String trace,
    @Nullable String token) {}
