package io.meridian.handoff.ledger.domain;

import io.meridian.events.Severity;
import java.util.UUID;

/** An open escalation and the interval by which somebody is accountable for it now. */
public record HeldEscalation(
    UUID escalationId, String shortId, String title, Severity severity, Accountability interval) {}
