package io.meridian.handoff.domain.handoff;

import io.meridian.handoff.domain.calendar.Shift;
import io.meridian.handoff.domain.duty.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may be asked at a shift change: the incoming shift's primary and secondary, then others on
 * duty in the incoming region. The customer's assigned TAM is first when on the incoming shift.
 */
public final class Candidates {
  private final Shift incoming;
  private final List<String> inOrder;

  private Candidates(Shift incoming, List<String> inOrder) {
    this.incoming = incoming;
    this.inOrder = inOrder;
  }

  /** The candidates of an incoming shift as of an instant (its start when that is later). */
  public static Candidates of(Shift incoming, Roster roster, Instant at) {
    Set<String> all = new LinkedHashSet<>();
    addHolders(all, incoming);
    if (incoming.isHeld()) {
      Instant then = at.isBefore(incoming.start()) ? incoming.start() : at;
      roster.covering(then).stream()
          .filter(shift -> shift.region().equals(incoming.region()))
          .forEach(shift -> addHolders(all, shift));
    }
    return new Candidates(incoming, new ArrayList<>(all));
  }

  /**
   * The first to ask, but never somebody who is excluded.
   *
   * @param assigned the customer's assigned TAM in the incoming region, or null
   */
  public Optional<String> first(@Nullable String assigned, Predicate<String> excluded) {
    if (assigned != null && incoming.onDuty(assigned) && !excluded.test(assigned)) {
      return Optional.of(assigned);
    }
    return inOrder.stream().filter(excluded.negate()).findFirst();
  }

  /** Whether the TAM may be asked. */
  public boolean contains(String tam) {
    return inOrder.contains(tam);
  }

  private static void addHolders(Set<String> all, Shift shift) {
    if (shift.primary() != null) {
      all.add(shift.primary());
    }
    if (shift.secondary() != null) {
      all.add(shift.secondary());
    }
  }
}
