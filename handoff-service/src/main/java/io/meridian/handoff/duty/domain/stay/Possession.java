package io.meridian.handoff.duty.domain.stay;

import java.time.Instant;

/**
 * Somebody has something at home.
 *
 * @param from since when, as far as decisions matter
 * @param to until when, or the instant asked about
 */
public record Possession(Home home, Instant from, Instant to) {}
