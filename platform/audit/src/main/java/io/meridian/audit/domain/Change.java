package io.meridian.audit.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that changed.
 *
 * @param kind what it is, in lower case, e.g. {@code calendar}
 * @param id names it among those of its kind
 * @param about what it belongs to; its own id where it belongs to nothing
 * @param fact what happened to it, e.g. {@code calendar.applied}
 * @param after the hash of its representation after the change; null when it is no more
 */
public record Change(String kind, String id, String about, String fact, @Nullable Hash after) {}
