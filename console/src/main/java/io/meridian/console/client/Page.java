package io.meridian.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor where the next one begins; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
