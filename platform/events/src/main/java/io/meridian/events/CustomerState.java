package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer after an event.
 *
 * @param homeRegion code of the region the customer belongs to, e.g. {@code EMEA}
 * @param language ISO 639 code the customer prefers, or null
 * @param externalRefs the customer's ids in other systems; {@code customerRef} of the intake is
 *     looked up here
 * @param tamAssignments region code to the id of the TAM assigned to this customer in that region
 * @param stakeholders who at the customer wants to be told, in the order in which they are to be
 *     told; null in events from before they were kept
 */
public record CustomerState(
    UUID id,
    String name,
    Tier tier,
    String homeRegion,
    @Nullable String language,
    List<ExternalRef> externalRefs,
    Map<String, String> tamAssignments,
    @Nullable List<Stakeholder> stakeholders,
    boolean active,
    long revision,
    Instant changedAt) {

  /** A customer of whom no stakeholder is known. */
  public CustomerState(
      UUID id,
      String name,
      Tier tier,
      String homeRegion,
      @Nullable String language,
      List<ExternalRef> externalRefs,
      Map<String, String> tamAssignments,
      boolean active,
      long revision,
      Instant changedAt) {
    this(
        id,
        name,
        tier,
        homeRegion,
        language,
        externalRefs,
        tamAssignments,
        null,
        active,
        revision,
        changedAt);
  }
}
