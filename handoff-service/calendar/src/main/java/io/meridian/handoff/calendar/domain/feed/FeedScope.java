package io.meridian.handoff.calendar.domain.feed;

import io.meridian.handoff.calendar.domain.Shift;

/** Which shifts a feed shows. */
public sealed interface FeedScope {

  /** Whether the shift is part of the feed. */
  boolean shows(Shift shift);

  /** Those on which a TAM is, in any tier. */
  record OfTam(String tam) implements FeedScope {
    @Override
    public boolean shows(Shift shift) {
      return shift.onDuty(tam) || shift.shadows().contains(tam);
    }
  }

  /** Those of a region, empty ones too. */
  record OfRegion(String region) implements FeedScope {
    @Override
    public boolean shows(Shift shift) {
      return shift.region().equals(region);
    }
  }

  /** All. */
  record Everything() implements FeedScope {
    @Override
    public boolean shows(Shift shift) {
      return true;
    }
  }
}
