package io.meridian.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A watch item after an event: something at a customer that crews keep an eye on though no case is
 * open.
 *
 * @param customer the customer's name at the time of the event
 * @param what what is to be watched
 * @param whatIf what to do if it happens
 * @param from when it begins to be watched
 * @param until its end
 * @param madeBy who made it
 * @param endedBy who withdrew or escalated it; null while it is watched
 * @param severity of the escalation that it becomes; null unless it is escalated
 * @param revision counts its changes, from 1
 */
public record WatchItemState(
    UUID id,
    UUID customerId,
    String customer,
    String what,
    String whatIf,
    Instant from,
    Instant until,
    WatchState state,
    Person madeBy,
    @Nullable Person endedBy,
    @Nullable Severity severity,
    long revision,
    Instant changedAt) {}
