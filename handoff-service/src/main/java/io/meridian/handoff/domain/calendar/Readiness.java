package io.meridian.handoff.domain.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whether those who are on duty soon can be reached at all. */
public final class Readiness {

  /** Whoever is on duty within this time must be reachable. */
  public static final Duration WITHIN = Duration.ofHours(24);

  private Readiness() {}

  /** A shift, and somebody on duty in it whom nothing reaches. */
  public record Unreachable(Tam tam, Shift shift) {

    /** The same for the same shift and TAM. */
    public UUID id() {
      String name = shift.id() + "\n" + tam.id();
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Those on duty within {@link #WITHIN} from the instant whom nothing reaches, by shift. */
  public static List<Unreachable> unreachable(RosterRules rules, Instant now) {
    List<Tam> unreachable =
        rules.calendar().tams().stream().filter(tam -> !tam.isReachable()).toList();
    if (unreachable.isEmpty()) {
      return List.of();
    }
    return rules.shifts(now, now.plus(WITHIN)).stream()
        .flatMap(
            shift ->
                unreachable.stream()
                    .filter(tam -> shift.onDuty(tam.id()))
                    .map(tam -> new Unreachable(tam, shift)))
        .toList();
  }
}
