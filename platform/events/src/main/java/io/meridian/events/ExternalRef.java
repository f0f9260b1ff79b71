package io.meridian.events;

import org.jspecify.annotations.Nullable;

/**
 * The record of another system that an aggregate of ours stands for.
 *
 * @param system the other system, e.g. {@code zendesk}; with the id it names at most one aggregate
 *     of ours
 * @param id the other system's own key
 * @param version the other system's update counter, or null where it has none; a late update has a
 *     smaller one
 * @param url where a person can open it, or null
 */
public record ExternalRef(String system, String id, @Nullable Long version, @Nullable String url) {}
