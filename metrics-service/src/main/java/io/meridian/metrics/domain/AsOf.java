package io.meridian.metrics.domain;

import java.time.Instant;

/**
 * An answer and how complete it is.
 *
 * @param instant what happened up to then is in the value; later facts may be
 */
public record AsOf<T>(T value, Instant instant) {}
