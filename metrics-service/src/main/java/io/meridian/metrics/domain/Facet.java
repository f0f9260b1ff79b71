package io.meridian.metrics.domain;

import java.util.List;
import java.util.Objects;

/** What gaps are summed by: each facet is a rollup of its own, with the grains it is worth. */
public enum Facet {
  /** By region pair and cause. */
  ROUTE(List.of(Grain.HOUR, Grain.DAY, Grain.WEEK)),
  SEVERITY(List.of(Grain.HOUR, Grain.DAY, Grain.WEEK)),
  CUSTOMER(List.of(Grain.DAY, Grain.WEEK)),
  /** By who was accountable. */
  TAM(List.of(Grain.DAY, Grain.WEEK));

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
      case ROUTE ->
          new Key(
              gap.fromRegion(),
              Objects.requireNonNullElse(gap.toRegion(), ""),
              gap.cause().name(),
              "");
      case SEVERITY -> Key.item(gap.severity().name());
      case CUSTOMER -> Key.item(gap.customerId() == null ? "" : gap.customerId().toString());
      case TAM -> Key.item(gap.tam());
    };
  }

  /**
   * A place in a facet; the parts a facet does not use are empty.
   *
   * @param toRegion empty when no shift was to come
   * @param item severity, customer id (empty without one) or TAM id
   */
  public record Key(String fromRegion, String toRegion, String cause, String item) {

    private static Key item(String item) {
      return new Key("", "", "", item);
    }
  }
}
