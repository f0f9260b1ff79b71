package io.meridian.handoff.duty.domain.stay;

/**
 * What a TAM has that lives in a region, all of it together.
 *
 * @param region the home region
 */
public record Home(String tam, String region) {}
