package io.meridian.metrics.domain;

import io.meridian.events.RestState;

/**
 * What an event told about one rest.
 *
 * @param voided true when it told that the rest never was
 */
public record RestReport(RestState rest, boolean voided) {

  /** The later of two reports about one rest. */
  public RestReport orLater(RestReport other) {
    return other.rest.revision() > rest.revision() ? other : this;
  }
}
