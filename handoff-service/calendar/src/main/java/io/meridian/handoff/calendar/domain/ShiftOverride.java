package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exception to the roster of one region during {@code [start, end)}. It is applied after leave.
 *
 * @param reason why, for people
 */
public record ShiftOverride(
    String id, String region, Instant start, Instant end, Change change, @Nullable String reason) {

  /** What the override does. */
  public sealed interface Change {

    /** One TAM's place on every shift is taken by another. */
    record Replace(String tam, String by) implements Change {}

    /** A TAM has a shift of their own as primary, beside the others. */
    record Add(String tam) implements Change {}

    /** A TAM's place on every shift is left empty. */
    record Remove(String tam) implements Change {}
  }

  /** The TAMs it touches: no other override of the region may touch one at the same time. */
  public List<String> touches() {
    return switch (change) {
      case Change.Replace(String tam, String by) -> Stream.of(tam, by).distinct().toList();
      case Change.Add(String tam) -> List.of(tam);
      case Change.Remove(String tam) -> List.of(tam);
    };
  }
}
