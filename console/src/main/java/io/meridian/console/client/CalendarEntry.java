package io.meridian.console.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A leave, or a change by hand of who is on.
 *
 * @param tam who is on leave; null for a change by hand
 * @param replace who goes, and {@code by} comes; null for others
 * @param add who comes; null for others
 * @param remove who goes; null for others
 */
public record CalendarEntry(
    String id,
    @Nullable String tam,
    @Nullable String replace,
    @Nullable String by,
    @Nullable String add,
    @Nullable String remove,
    Instant start,
    Instant end,
    @Nullable String reason) {}
