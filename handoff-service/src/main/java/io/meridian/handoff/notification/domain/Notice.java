package io.meridian.handoff.notification.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one person is to be told once.
 *
 * @param recipient id of a TAM
 * @param bundle notices of one kind, recipient and bundle make one message
 * @param subject with kind and recipient: what is said once
 * @param about the handoff or the gap
 * @param occurredAt when it happened
 * @param notBefore when to tell it at the earliest
 */
public record Notice(
    NotificationKind kind,
    String recipient,
    UUID bundle,
    UUID subject,
    UUID about,
    @Nullable UUID escalationId,
    Instant occurredAt,
    Instant notBefore,
    Line line) {}
