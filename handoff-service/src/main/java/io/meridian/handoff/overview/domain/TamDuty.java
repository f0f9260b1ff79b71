package io.meridian.handoff.overview.domain;

import io.meridian.handoff.calendar.domain.Rotation.Tier;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Roster;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in the roster at an instant.
 *
 * @param now the shift they are on or shadow; of several the one that ends last
 * @param next the first shift after that, or after the duty that it is part of; null when the
 *     roster knows none
 * @param leaving the duty whose end they hand over at: the present one, else the next; null while
 *     none is known
 */
public record TamDuty(@Nullable Place now, @Nullable Place next, @Nullable Duty leaving) {

  /**
   * A shift as one person on it sees it.
   *
   * @param until when they are relieved: shifts that touch are one duty
   * @param with the others who are on it, or on another shift of the region meanwhile
   */
  public record Place(Shift shift, Tier tier, Instant until, List<Mate> with) {}

  /** Somebody else on the shift. */
  public record Mate(String tam, Tier tier) {}

  /** Where a TAM stands at an instant, by a roster that is wide enough to know. */
  public static TamDuty of(Roster roster, String tam, Instant at) {
    Shift now =
        roster.covering(at).stream()
            .filter(shift -> tier(shift, tam) != null)
            .reduce((a, b) -> isBetter(b, a, tam) ? b : a)
            .orElse(null);
    Duty duty = roster.dutyAt(tam, at).orElse(null);
    Instant after = duty == null ? at : duty.end();
    Shift next =
        roster.startingAfter(at).stream()
            .filter(shift -> tier(shift, tam) != null)
            .filter(shift -> !shift.start().isBefore(after))
            .findFirst()
            .orElse(null);
    Duty leaving =
        duty != null || next == null ? duty : roster.dutyAt(tam, next.start()).orElse(null);
    return new TamDuty(place(roster, tam, now), place(roster, tam, next), leaving);
  }

  /** Being on duty goes before shadowing, then what goes on longer. */
  private static boolean isBetter(Shift a, Shift b, String tam) {
    return a.onDuty(tam) == b.onDuty(tam) ? a.end().isAfter(b.end()) : a.onDuty(tam);
  }

  private static @Nullable Place place(Roster roster, String tam, @Nullable Shift shift) {
    if (shift == null) {
      return null;
    }
    Tier tier = tier(shift, tam);
    Instant until =
        tier == Tier.SHADOW
            ? shift.end()
            : roster.dutyAt(tam, shift.start()).map(Duty::end).orElse(shift.end());
    return new Place(shift, tier == null ? Tier.SHADOW : tier, until, mates(roster, tam, shift));
  }

  private static List<Mate> mates(Roster roster, String tam, Shift shift) {
    Map<String, Mate> mates = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(shift),
            roster.shifts().stream()
                .filter(other -> other.region().equals(shift.region()))
                .filter(other -> other.intersects(shift.start(), shift.end())))
        .map(TamDuty::crew)
        .flatMap(Collection::stream)
        .filter(mate -> !mate.tam().equals(tam))
        .forEach(mate -> mates.putIfAbsent(mate.tam(), mate));
    return List.copyOf(mates.values());
  }

  /** Everybody on a shift, primary first. */
  public static List<Mate> crew(Shift shift) {
    String primary = shift.primary();
    String secondary = shift.secondary();
    return Stream.of(
            primary == null ? Stream.<Mate>empty() : Stream.of(new Mate(primary, Tier.PRIMARY)),
            secondary == null
                ? Stream.<Mate>empty()
                : Stream.of(new Mate(secondary, Tier.SECONDARY)),
            shift.shadows().stream().map(shadow -> new Mate(shadow, Tier.SHADOW)))
        .flatMap(mates -> mates)
        .toList();
  }

  private static @Nullable Tier tier(Shift shift, String tam) {
    return crew(shift).stream()
        .filter(mate -> mate.tam().equals(tam))
        .map(Mate::tier)
        .findFirst()
        .orElse(null);
  }
}
