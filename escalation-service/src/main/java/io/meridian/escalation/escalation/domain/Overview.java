package io.meridian.escalation.escalation.domain;

import io.meridian.escalation.accountability.domain.Accountable;
import org.jspecify.annotations.Nullable;

/**
 * An escalation with what other services tell about it.
 *
 * @param customerName null while the customer is not known here
 * @param accountable who is accountable now; null before the assignment arrived and after close
 * @param assignedIn the region in which it lives as whoever assigns it has it: the calendar may not
 *     know the escalation's own, or it may have none; null before that was told and after close
 */
public record Overview(
    Escalation escalation,
    @Nullable String customerName,
    @Nullable Accountable accountable,
    @Nullable String assignedIn) {}
