package io.meridian.handoff.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of the delivery log; null means any.
 *
 * @param from written at or after
 * @param to written before
 */
public record DeliveryFilter(
    @Nullable String recipient,
    @Nullable String kind,
    @Nullable String status,
    @Nullable Instant from,
    @Nullable Instant to) {}
