package io.meridian.runtime.consumer;

import io.meridian.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event as it came in.
 *
 * @param id CloudEvents id, the same in every delivery
 * @param time CloudEvents time, a domain instant
 */
public record Received(UUID id, Event event, Instant time) {

  /** The events of one type in a batch, in its order. */
  public static <E extends Event> List<E> events(List<Received> batch, Class<E> type) {
    return batch.stream().map(Received::event).filter(type::isInstance).map(type::cast).toList();
  }
}
