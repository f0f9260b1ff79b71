package io.meridian.escalation.store;

import io.meridian.escalation.domain.EscalationChange;
import org.jspecify.annotations.Nullable;

/** A change and the W3C trace of the request that asked for it. */
public record TracedChange(EscalationChange change, @Nullable String traceparent) {}
