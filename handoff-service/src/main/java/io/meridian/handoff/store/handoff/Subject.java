package io.meridian.handoff.store.handoff;

import io.meridian.events.Severity;
import java.util.UUID;

/** The escalation of a handoff, as far as announcements name it. */
public record Subject(UUID escalationId, String shortId, Severity severity) {}
