package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells of whom no service lets in any more. */
public sealed interface DenialEvent extends Event {

  DenialState denial();

  /** An administrator denies somebody, or a token. */
  record Made(DenialState denial) implements DenialEvent {}

  /** An administrator lets them in again. */
  record Lifted(DenialState denial) implements DenialEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Made ignored -> "io.meridian.denial.made.v1";
      case Lifted ignored -> "io.meridian.denial.lifted.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.SHIFTS;
  }

  @Override
  default String key() {
    return denial().id().toString();
  }

  @Override
  default long sequence() {
    return denial().revision();
  }

  @Override
  default Instant time() {
    return denial().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("denial", key(), denial());
  }
}
