package io.meridian.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at a customer who wants to be told of escalations. How they are reached is asked of
 * customer-service.
 *
 * @param role what they are there, e.g. {@code CTO}, or null
 * @param informedFrom the least severity they want to hear of; null when of all
 */
public record Stakeholder(String name, @Nullable String role, @Nullable Severity informedFrom) {}
