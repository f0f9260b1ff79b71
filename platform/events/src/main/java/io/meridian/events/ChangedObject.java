package io.meridian.events;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a fact changed.
 *
 * @param kind what it is, in lower case: {@code escalation}, {@code handoff}
 * @param id names it among those of its kind
 * @param about the escalation that it belongs to; its own id where it belongs to none
 * @param state as it is after the fact; null when it is no more, or never was
 */
public record ChangedObject(String kind, String id, String about, @Nullable Object state) {

  /** One that belongs to no escalation. */
  static List<ChangedObject> alone(String kind, String id, Object state) {
    return List.of(new ChangedObject(kind, id, id, state));
  }

  /**
   * Many of a kind.
   *
   * @param are false when they never were
   */
  static <T> List<ChangedObject> each(
      String kind,
      List<T> states,
      Function<T, Object> id,
      Function<T, Object> escalation,
      boolean are) {
    return states.stream()
        .map(
            state ->
                new ChangedObject(
                    kind,
                    id.apply(state).toString(),
                    escalation.apply(state).toString(),
                    are ? state : null))
        .toList();
  }
}
