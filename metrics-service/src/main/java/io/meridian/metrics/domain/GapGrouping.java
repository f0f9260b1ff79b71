package io.meridian.metrics.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a summary of gaps is grouped by. */
public enum GapGrouping {
  REGION_PAIR("regionPair", Facet.ROUTE),
  CAUSE("cause", Facet.ROUTE),
  /** ISO week in UTC. Any facet would do; severities have the fewest rows. */
  WEEK("week", Facet.SEVERITY),
  SEVERITY("severity", Facet.SEVERITY),
  CUSTOMER("customer", Facet.CUSTOMER),
  TAM("tam", Facet.TAM);

  private final String wireName;
  private final Facet facet;

  GapGrouping(String wireName, Facet facet) {
    this.wireName = wireName;
    this.facet = facet;
  }

  /** Its name in the API. */
  public String wireName() {
    return wireName;
  }

  /** The rollup that answers it. */
  public Facet facet() {
    return facet;
  }

  /** The grouping with this name in the API. */
  public static Optional<GapGrouping> named(String wireName) {
    return Arrays.stream(values()).filter(g -> g.wireName.equals(wireName)).findFirst();
  }
}
