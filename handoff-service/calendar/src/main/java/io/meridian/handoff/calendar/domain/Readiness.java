package io.meridian.handoff.calendar.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whether those who are on duty soon can be reached at all. A channel works until the last message
 * sent by it failed for good, and again when one arrives; a changed address is another channel.
 *
 * @param now from when on
 * @param dead the channels that do not work, by {@link ContactChannel#way()}
 */
public record Readiness(Instant now, Set<UUID> dead) {

  /** Whoever is on duty within this time must be reachable. */
  public static final Duration WITHIN = Duration.ofHours(24);

  public Readiness {
    dead = Set.copyOf(dead);
  }

  /** A shift, and somebody on duty in it whom nothing reaches. */
  public record Unreachable(Tam tam, Shift shift) {

    /** The same for the same shift and TAM. */
    public UUID id() {
      String name = shift.id() + "\n" + tam.id();
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether a channel of theirs works. */
  public boolean isReachable(Tam tam) {
    return tam.ways().stream().anyMatch(channel -> !dead.contains(channel.way()));
  }

  /** Until when whoever is on duty must be reachable. */
  public Instant until() {
    return now.plus(WITHIN);
  }

  /** Those on duty within {@link #WITHIN} whom nothing reaches, by shift. */
  public List<Unreachable> unreachable(RosterRules rules) {
    List<Tam> unreachable =
        rules.calendar().tams().stream().filter(tam -> !isReachable(tam)).toList();
    if (unreachable.isEmpty()) {
      return List.of();
    }
    return rules.shifts(now, until()).stream()
        .flatMap(
            shift ->
                unreachable.stream()
                    .filter(tam -> shift.onDuty(tam.id()))
                    .map(tam -> new Unreachable(tam, shift)))
        .toList();
  }
}
