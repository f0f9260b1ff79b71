package io.meridian.customer.customer.domain;

import io.meridian.events.ExternalRef;
import io.meridian.events.Tier;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a customer in one go.
 *
 * @param homeRegion code of the region the customer belongs to
 * @param language ISO 639 code the customer prefers, or null
 * @param externalRefs the customer's ids in other systems, by system and id
 * @param active whether the customer is served; history stays when it is not
 */
public record Profile(
    String name,
    Tier tier,
    String homeRegion,
    @Nullable String language,
    List<ExternalRef> externalRefs,
    boolean active) {

  private static final Comparator<ExternalRef> BY_KEY =
      Comparator.comparing(ExternalRef::system).thenComparing(ExternalRef::id);

  /** Brings the references into their order, so that equal profiles are equal. */
  public Profile {
    externalRefs = externalRefs.stream().sorted(BY_KEY).toList();
  }
}
