package io.meridian.handoff.calendar.domain;

import java.time.Duration;

/**
 * What a roster should not ask of anybody, and what is too short to matter.
 *
 * @param restMin least time between two duties of one TAM
 * @param weekMax most duty of one TAM in a week from Monday, in the TAM's zone
 * @param tolerance gaps shorter than this alarm nobody and cost nothing
 */
public record DutyLimits(Duration restMin, Duration weekMax, Duration tolerance) {}
