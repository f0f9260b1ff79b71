package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * What handoff-service decides when somebody goes off duty about all that lives in a home region
 * and is theirs: a recomputation needs no old roster. Keyed by TAM and region.
 */
public sealed interface StayEvent extends Event {

  StayState stay();

  /** It holds from {@code stay.since} on, until the next one about the same TAM and region. */
  record Decided(StayState stay) implements StayEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Decided ignored -> "io.meridian.stay.decided.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    return stay().tam().id() + "-" + stay().region();
  }

  @Override
  default long sequence() {
    return stay().revision();
  }

  @Override
  default Instant time() {
    return stay().decidedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("stay", key(), stay());
  }
}
