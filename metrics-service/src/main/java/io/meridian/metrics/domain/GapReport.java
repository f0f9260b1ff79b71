package io.meridian.metrics.domain;

import io.meridian.events.GapState;

/**
 * What an event told about one gap.
 *
 * @param voided true when it told that the gap never was
 */
public record GapReport(GapState gap, boolean voided) {

  /** The later of two reports about one gap. */
  public GapReport orLater(GapReport other) {
    return other.gap.revision() > gap.revision() ? other : this;
  }
}
