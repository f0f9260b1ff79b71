package io.meridian.handoff.duty.domain.routing;

import io.meridian.events.AccountabilityBasis;

/**
 * Who is to be accountable, and why them.
 *
 * @param region the region in which they hold it
 * @param reason one sentence for people
 */
public record Assignment(String tam, String region, AccountabilityBasis basis, String reason) {}
