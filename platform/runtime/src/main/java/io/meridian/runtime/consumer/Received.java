package io.meridian.runtime.consumer;

import io.meridian.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came in.
 *
 * @param id CloudEvents id, the same in every delivery
 * @param time CloudEvents time, a domain instant
 */
public record Received(UUID id, Event event, Instant time) {}
