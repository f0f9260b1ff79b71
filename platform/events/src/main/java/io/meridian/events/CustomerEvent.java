package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What customer-service tells. */
public sealed interface CustomerEvent extends Event {

  CustomerState customer();

  /** A customer is known from now on. */
  record Created(CustomerState customer) implements CustomerEvent {}

  /** Name, tier, home region, language, references or activity changed. */
  record Updated(CustomerState customer) implements CustomerEvent {}

  /** The assigned TAM of one region changed. */
  record TamAssigned(String region, CustomerState customer) implements CustomerEvent {}

  /** Other people at the customer want to be told of escalations. */
  record StakeholdersChanged(CustomerState customer) implements CustomerEvent {}

  default UUID customerId() {
    return customer().id();
  }

  @Override
  default String type() {
    return switch (this) {
      case Created ignored -> "io.meridian.customer.created.v1";
      case Updated ignored -> "io.meridian.customer.updated.v1";
      case TamAssigned ignored -> "io.meridian.customer.tam-assigned.v1";
      case StakeholdersChanged ignored -> "io.meridian.customer.stakeholders-changed.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.CUSTOMERS;
  }

  @Override
  default String key() {
    return customer().id().toString();
  }

  @Override
  default long sequence() {
    return customer().revision();
  }

  @Override
  default Instant time() {
    return customer().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("customer", key(), customer());
  }
}
