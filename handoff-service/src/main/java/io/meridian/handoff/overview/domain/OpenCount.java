package io.meridian.handoff.overview.domain;

import io.meridian.events.Severity;

/** How many are open in a region, but for those that are resolved. */
public record OpenCount(String region, Severity severity, int count) {}
