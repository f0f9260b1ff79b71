package io.meridian.local.seed;

/**
 * A ticketing system that may send, with what it needs to sign.
 *
 * @param kind as in the intake's path, e.g. {@code servicenow}
 * @param secret {@code whsec_…}; told once by the service, hence kept in the data folder
 */
public record Integration(String kind, String id, String secret) {}
