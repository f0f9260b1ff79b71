package io.meridian.console.client;

/**
 * Shifts for a calendar application.
 *
 * @param path secret, and told once
 */
public record Feed(String path) {}
