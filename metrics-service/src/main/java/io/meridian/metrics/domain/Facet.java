package io.meridian.metrics.domain;

import java.util.List;
import java.util.Objects;

/** What gaps are summed by: each facet is a rollup of its own, with the grains it is worth. */
public enum Facet {
  REGION_PAIR(List.of(Grain.HOUR, Grain.DAY, Grain.WEEK)),
  CAUSE(List.of(Grain.HOUR, Grain.DAY, Grain.WEEK)),
  SEVERITY(List.of(Grain.HOUR, Grain.DAY, Grain.WEEK)),
  CUSTOMER(List.of(Grain.DAY, Grain.WEEK)),
  /** By who was accountable. */
  TAM(List.of(Grain.DAY, Grain.WEEK)),
  /** By who had been asked to take over. */
  ASKED_TAM(List.of(Grain.DAY, Grain.WEEK));

  private final List<Grain> grains;

  Facet(List<Grain> grains) {
    this.grains = grains;
  }

  /** The bucket sizes kept, finest first. */
  public List<Grain> grains() {
    return grains;
  }

  /** Where a gap belongs in this facet. */
  public Key keyOf(GapFact gap) {
    return switch (this) {
      case REGION_PAIR -> new Key(gap.fromRegion(), Objects.requireNonNullElse(gap.toRegion(), ""));
      case CAUSE -> new Key(gap.cause().name(), "");
      case SEVERITY -> new Key(gap.severity().name(), "");
      case CUSTOMER -> new Key(gap.customerId() == null ? "" : gap.customerId().toString(), "");
      case TAM -> new Key(gap.tam(), "");
      case ASKED_TAM -> new Key(Objects.requireNonNullElse(gap.asked(), ""), "");
    };
  }

  /**
   * A place in a facet.
   *
   * @param item region of who was accountable, cause, severity, customer id (empty without one),
   *     TAM id, or the id of who was asked (empty when nobody was)
   * @param counterpart the receiving region of a pair, empty when no shift was to come; empty in
   *     other facets
   */
  public record Key(String item, String counterpart) {}
}
