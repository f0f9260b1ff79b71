package io.meridian.metrics.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a batch of changed gaps does to the rollups: take the old fact away, add the new one. Since
 * every figure but the longest is a sum, the order of batches does not matter, and a rollup equals
 * the sum over the raw facts at any time.
 */
public final class RollupChanges {

  /** One bucket of one facet. */
  public record Place(Facet facet, Grain grain, Instant bucket, Facet.Key key) {}

  private final Map<Place, Tally> tallies = new HashMap<>();

  /** A gap that counts from now on. */
  public void add(GapFact gap) {
    gap.closed().ifPresent(whole -> spread(gap, whole, 1));
  }

  /** A gap that does not count any more as it was. */
  public void remove(GapFact gap) {
    gap.closed().ifPresent(whole -> spread(gap, whole, -1));
  }

  /** The buckets touched, with their changes. */
  public Map<Place, Tally> tallies() {
    return Map.copyOf(tallies);
  }

  private void spread(GapFact gap, Window whole, int sign) {
    for (Facet facet : Facet.values()) {
      Facet.Key key = facet.keyOf(gap);
      for (Grain grain : facet.grains()) {
        spread(new Place(facet, grain, grain.floor(whole.from()), key), gap, whole, sign);
      }
    }
  }

  private void spread(Place first, GapFact gap, Window whole, int sign) {
    long length = whole.millis();
    Place place = first;
    if (!gap.agreed()) {
      Tally begun = sign > 0 ? new Tally(1, 0, length, -1) : new Tally(-1, 0, 0, length);
      tallies.merge(place, begun, Tally::plus);
    }
    while (place.bucket().isBefore(whole.to())) {
      Instant next = place.bucket().plus(place.grain().length());
      long inside = whole.overlapMillis(new Window(place.bucket(), next));
      Tally lasted =
          gap.agreed() ? Tally.agreed(sign * inside) : new Tally(0, sign * inside, 0, -1);
      tallies.merge(place, lasted, Tally::plus);
      place = new Place(place.facet(), place.grain(), next, place.key());
    }
  }
}
