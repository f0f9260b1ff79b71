package io.meridian.metrics.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a summary of gaps is grouped by. */
public enum GapGrouping {
  REGION_PAIR("regionPair", Facet.REGION_PAIR),
  CAUSE("cause", Facet.CAUSE),
  /** ISO week in UTC. Any facet would do; causes are few. */
  WEEK("week", Facet.CAUSE),
  SEVERITY("severity", Facet.SEVERITY),
  CUSTOMER("customer", Facet.CUSTOMER),
  /** Who was accountable. */
  TAM("tam", Facet.TAM),
  /** Who had been asked to take over. */
  ASKED_TAM("askedTam", Facet.ASKED_TAM);

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

  /** The names of all, as the API lists them. */
  public static String names() {
    return Arrays.stream(values()).map(GapGrouping::wireName).collect(Collectors.joining(", "));
  }

  /** The grouping with this name in the API. */
  public static Optional<GapGrouping> named(String wireName) {
    return Arrays.stream(values()).filter(g -> g.wireName.equals(wireName)).findFirst();
  }
}
