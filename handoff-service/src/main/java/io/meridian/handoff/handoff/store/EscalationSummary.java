package io.meridian.handoff.handoff.store;

import io.meridian.events.Severity;
import java.util.UUID;

/** The escalation of a handoff as it is now, as far as answers and announcements need it. */
public record EscalationSummary(
    UUID escalationId, String shortId, Severity severity, String title) {}
