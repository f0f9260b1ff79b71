package io.meridian.handoff.overview.domain;

import io.meridian.events.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question about a handoff; without an answer it waits for the outgoing TAM. */
public record QuestionLine(
    UUID handoffId,
    int number,
    UUID escalationId,
    String escalation,
    Severity severity,
    String title,
    String askedBy,
    String question,
    Instant askedAt,
    String outgoing,
    @Nullable String answer,
    @Nullable Instant answeredAt) {}
