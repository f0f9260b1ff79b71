package io.meridian.testkit.history;

import io.meridian.events.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What services have told, in the order of each partition. The same event may have been delivered
 * more than once: it counts once.
 */
public final class EventLog {
  private final List<Event> events = new ArrayList<>();

  /**
   * One delivery.
   *
   * @param id CloudEvents id: what bears the same is the same event
   */
  public record Entry(String id, Event event) {}

  /** The log of these deliveries. */
  public EventLog(Iterable<Entry> entries) {
    Set<String> seen = new HashSet<>();
    for (Entry entry : entries) {
      if (seen.add(entry.id())) {
        events.add(entry.event());
      }
    }
  }

  /** The events of one kind, in log order. */
  public <T extends Event> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
