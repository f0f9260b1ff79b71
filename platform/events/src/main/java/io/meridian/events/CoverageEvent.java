package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells about the coverage to come, for somebody to do something about it. */
public sealed interface CoverageEvent extends Event {

  CoverageForecast forecast();

  /** A change of the calendar made gaps in the next days. */
  record GapsMade(String by, CoverageForecast forecast) implements CoverageEvent {}

  /** Once a week: there are gaps in the next months. */
  record GapsForeseen(CoverageForecast forecast) implements CoverageEvent {}

  @Override
  default String type() {
    return switch (this) {
      case GapsMade ignored -> "io.meridian.coverage.gaps-made.v1";
      case GapsForeseen ignored -> "io.meridian.coverage.gaps-foreseen.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.SHIFTS;
  }

  @Override
  default String key() {
    return forecast().id().toString();
  }

  @Override
  default long sequence() {
    return 1;
  }

  @Override
  default Instant time() {
    return forecast().foreseenAt();
  }

  /** Nothing: what will be is told, and stays as it is. */
  @Override
  default List<ChangedObject> changed() {
    return List.of();
  }
}
