package io.meridian.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * One part as seen from outside.
 *
 * @param part its label
 * @param state {@code up}, {@code starting} (a process that does not serve) or {@code down}
 * @param port where it listens
 * @param pid its process, or null when it has none; the door's is the launcher's
 * @param lag how far a service is behind, or null for other parts and when unknown
 */
public record PartStatus(
    String part, String state, int port, @Nullable Long pid, @Nullable Lag lag) {}
