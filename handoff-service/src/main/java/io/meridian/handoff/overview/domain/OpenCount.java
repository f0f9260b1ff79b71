package io.meridian.handoff.overview.domain;

import io.meridian.events.Severity;

/** How many somebody has in a region that are open, but for those that are resolved. */
public record OpenCount(String region, String tam, Severity severity, int count) {}
