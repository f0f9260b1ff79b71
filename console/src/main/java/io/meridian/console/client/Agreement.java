package io.meridian.console.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A manager agreed that nobody need be on duty.
 *
 * @param by who did
 */
public record Agreement(UUID id, Instant from, Instant until, String why, String by) {}
