package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A TAM is unavailable during {@code [start, end)}. */
public record Leave(String id, String tam, Instant start, Instant end, @Nullable String reason) {}
