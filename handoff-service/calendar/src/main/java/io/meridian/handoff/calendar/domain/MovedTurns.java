package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds turns that an edit moves though it did not say so: somebody joins or leaves a rotation, its
 * anchor stays, and so the next turn of somebody who goes on taking part becomes another's.
 */
final class MovedTurns {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int WEEKS_MAX = 104;

  private final RosterRules rules;
  private final RotationTurns rotation;
  private final Turns old;
  private final Turns now;

  private MovedTurns(RosterRules rules, RotationTurns rotation, Turns old, Turns now) {
    this.rules = rules;
    this.rotation = rotation;
    this.old = old;
    this.now = now;
  }

  /**
   * A warning for each rotation whose new versions move turns.
   *
   * @param after what {@link CalendarEdit} makes of the calendar at {@code at}
   */
  static List<RosterWarning> of(RosterRules before, RosterRules after, Instant at) {
    List<RosterWarning> warnings = new ArrayList<>();
    for (Rotation rotation : after.calendar().rotations()) {
      RotationTurns turns = after.turnsOf(rotation.id()).orElseThrow();
      List<Rotation.Version> known =
          before.turnsOf(rotation.id()).map(t -> t.rotation().versions()).orElse(List.of());
      for (int i = 1; i < turns.versions().size(); i++) {
        Turns old = turns.versions().get(i - 1);
        Turns now = turns.versions().get(i);
        if (!now.version().from().isBefore(at)
            && known.stream().noneMatch(v -> isThatPlan(v, now.version()))
            && now.version().with(old.version().participants()).saysTheSameAs(old.version())) {
          new MovedTurns(after, turns, old, now).warning().ifPresent(warnings::add);
        }
      }
    }
    return warnings;
  }

  private static boolean isThatPlan(Rotation.Version known, Rotation.Version version) {
    return known.from().equals(version.from()) && known.saysTheSameAs(version);
  }

  private Optional<RosterWarning> warning() {
    List<String> participants = now.version().participants();
    return slots(now.version().from())
        .filter(slot -> participants.contains(old.order(slot).after(0)))
        .findFirst()
        .filter(slot -> !old.order(slot).after(0).equals(now.order(slot).after(0)))
        .map(this::warning);
  }

  private RosterWarning warning(Slot slot) {
    String tam = old.order(slot).after(0);
    String kept =
        anchor(slot, tam)
            .map(anchor -> "; the anchor %s keeps the order".formatted(anchor))
            .orElse("");
    return new RosterWarning(
        RosterWarning.Kind.TURNS_MOVED,
        tam,
        rotation.rotation().region(),
        slot.start(),
        slot.end(),
        1,
        "In rotation '%s' the turn of %s becomes that of %s, because the anchor stays%s"
            .formatted(rotation.rotation().id(), name(tam), name(now.order(slot).after(0)), kept));
  }

  private String name(String tam) {
    return rules.calendar().tams().stream()
        .filter(known -> known.id().equals(tam))
        .map(Tam::name)
        .findFirst()
        .orElse(tam);
  }

  /**
   * The wall time at which the first participant's turn must begin for the slot to be the TAM's.
   */
  private Optional<LocalDateTime> anchor(Slot slot, String tam) {
    int place = now.version().participants().indexOf(tam);
    Stream<LocalDateTime> anchors =
        now.version().period() == Rotation.Period.SHIFTS
            ? starts(slot, place)
            : beginnings(slot, place);
    return anchors.filter(anchor -> isHeldBy(tam, slot, anchor)).findFirst();
  }

  private boolean isHeldBy(String tam, Slot slot, LocalDateTime anchor) {
    Rotation.Version moved = now.version().from(anchor);
    return new Turns(moved, rules.countsOf(rotation.rotation())).order(slot).after(0).equals(tam);
  }

  /** Beginnings of turns, those of months on the anchor's day if there are any. */
  private Stream<LocalDateTime> beginnings(Slot slot, int place) {
    int around = now.version().participants().size();
    LocalDateTime anchor = now.version().anchor();
    List<LocalDateTime> all =
        LongStream.range(0, 12)
            .mapToObj(cycle -> now.wallStartOf(now.turn(slot) - place - cycle * around))
            .toList();
    return now.version().period() == Rotation.Period.MONTHLY
        ? Stream.concat(
            all.stream().filter(a -> a.getDayOfMonth() == anchor.getDayOfMonth()), all.stream())
        : all.stream();
  }

  /** Starts of shifts to come with which the first participant's turn begins. */
  private Stream<LocalDateTime> starts(Slot slot, int place) {
    long every = now.version().every();
    long around = every * now.version().participants().size();
    long ahead = around - place * every - Math.floorMod(now.number(slot), every);
    List<Slot> next =
        slots(slot.start()).dropWhile(other -> !other.equals(slot)).limit(3 * around).toList();
    return IntStream.range(0, 3)
        .mapToObj(cycle -> ahead + cycle * around)
        .filter(i -> i < next.size())
        .map(i -> next.get(i.intValue()).start())
        .map(start -> LocalDateTime.ofInstant(start, now.version().zone()));
  }

  /** The slots that the rotation deals from an instant on, in order, as far as is looked ahead. */
  private Stream<Slot> slots(Instant from) {
    return IntStream.range(0, WEEKS_MAX)
        .mapToObj(week -> from.plus(WEEK.multipliedBy(week)))
        .flatMap(
            start ->
                rules.slots(start, start.plus(WEEK)).stream()
                    .filter(slot -> !slot.start().isBefore(start))
                    .filter(slot -> slot.start().isBefore(start.plus(WEEK))))
        .filter(rules::takesPlace)
        .filter(slot -> rules.turnsOf(slot).contains(rotation));
  }
}
