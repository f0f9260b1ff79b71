package io.meridian.console.client;

import org.jspecify.annotations.Nullable;

/**
 * What handoff-service knows of the reader.
 *
 * @param person null for who is known by no more than their token, or by the roster
 */
public record Me(@Nullable KnownPerson person) {}
