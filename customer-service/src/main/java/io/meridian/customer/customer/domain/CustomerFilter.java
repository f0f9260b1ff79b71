package io.meridian.customer.customer.domain;

import io.meridian.events.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are asked for; null means any.
 *
 * @param region code of the home region
 * @param text part of the name in any case, or exactly an external reference's id
 * @param tam id of a TAM assigned in any region
 * @param person subject of the tokens of a stakeholder
 */
public record CustomerFilter(
    @Nullable String region,
    @Nullable Tier tier,
    @Nullable String text,
    @Nullable Boolean active,
    @Nullable String tam,
    @Nullable String person) {

  /** The same, among those of whom this person is a stakeholder. */
  public CustomerFilter of(String stakeholder) {
    return new CustomerFilter(region, tier, text, active, tam, stakeholder);
  }
}
