package io.meridian.runtime;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events to send in tests. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-03-07T12:00:00Z");

  private Samples() {}

  /** A customer event of the given revision. */
  public static CustomerEvent.Updated customer(UUID id, long revision) {
    return customer(id, revision, "Acme");
  }

  public static CustomerEvent.Updated customer(UUID id, long revision, String name) {
    return new CustomerEvent.Updated(
        new CustomerState(
            id,
            name,
            Tier.GOLD,
            "EMEA",
            null,
            List.of(),
            Map.of(),
            true,
            revision,
            NOON.plusSeconds(revision)));
  }
}
