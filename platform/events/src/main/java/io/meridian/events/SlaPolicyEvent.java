package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What customer-service tells about service levels. */
public sealed interface SlaPolicyEvent extends Event {

  SlaPolicyState policy();

  /** Other targets are promised to a tier from now on. */
  record Changed(String by, SlaPolicyState policy) implements SlaPolicyEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Changed ignored -> "io.meridian.sla-policy.changed.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.CUSTOMERS;
  }

  @Override
  default String key() {
    return "sla-policy-" + policy().tier();
  }

  @Override
  default long sequence() {
    return policy().revision();
  }

  @Override
  default Instant time() {
    return policy().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("sla-policy", policy().tier().name(), policy());
  }
}
