package io.meridian.escalation.escalation.domain;

import io.meridian.escalation.accountability.domain.Accountable;
import org.jspecify.annotations.Nullable;

/**
 * An escalation with what other services tell about it.
 *
 * @param customerName null while the customer is not known here
 * @param accountable who is accountable now; null before the assignment arrived and after close
 */
public record Overview(
    Escalation escalation, @Nullable String customerName, @Nullable Accountable accountable) {}
