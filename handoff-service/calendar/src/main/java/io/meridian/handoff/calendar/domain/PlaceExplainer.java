package io.meridian.handoff.calendar.domain;

import io.meridian.handoff.calendar.domain.ShiftExplanation.Passed;
import io.meridian.handoff.calendar.domain.ShiftExplanation.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells whose turn it is in the rotations of a slot, and who serves. */
final class PlaceExplainer {

  private final RosterRules rules;
  private final UnaryOperator<String> names;

  PlaceExplainer(RosterRules rules, UnaryOperator<String> names) {
    this.rules = rules;
    this.names = names;
  }

  /** The places that rotations fill at an instant of the slot, primary first. */
  List<Place> places(Slot slot, Instant at) {
    List<Place> places = new ArrayList<>();
    Crew crew = new Crew(null, null, List.of(), null);
    for (Rotation.Tier tier : Rotation.Tier.values()) {
      for (RotationTurns turns : rules.turnsOf(slot)) {
        if (turns.tier() == tier) {
          Staffing.Choice choice = rules.staffing().choose(turns, slot, at, crew);
          places.add(place(turns, slot, at, choice));
          crew = crew.with(tier, choice.serves());
        }
      }
    }
    return places;
  }

  private Place place(RotationTurns rotation, Slot slot, Instant at, Staffing.Choice choice) {
    @Nullable Turns turns = rotation.dealing(slot, at);
    String id = rotation.rotation().id();
    if (rotation.running(slot) != null) {
      String turn =
          "%s: the shift ran when the calendar was edited, so it stays the turn of %s to its end"
              .formatted(rotation.tier(), names.apply(Objects.requireNonNull(choice.turn())));
      return placeOfNoTurn(rotation, 1, choice, sentence(turn, choice));
    }
    if (turns == null) {
      return placeOfNoTurn(
          rotation, 0, choice, "Rotation '%s' is not effective yet.".formatted(id));
    }
    int holder = turns.order(slot).holder();
    int version = rotation.versions().indexOf(turns) + 1;
    String turn =
        "%s: in rotation '%s' (version %d) it is the turn of %s, %d of %d"
            .formatted(
                rotation.tier(),
                id,
                version,
                names.apply(Objects.requireNonNull(choice.turn())),
                holder + 1,
                turns.version().participants().size());
    return new Place(
        rotation.tier(),
        id,
        version,
        turns.version().effectiveFrom(),
        turns.turn(slot),
        holder + 1,
        choice.turn(),
        choice.serves(),
        passedOver(choice),
        sentence(turn, choice));
  }

  /** A place that no version of the rotation deals. */
  private static Place placeOfNoTurn(
      RotationTurns rotation, int position, Staffing.Choice choice, String sentence) {
    return new Place(
        rotation.tier(),
        rotation.rotation().id(),
        0,
        null,
        0,
        position,
        choice.turn(),
        choice.serves(),
        passedOver(choice),
        sentence);
  }

  private static List<Passed> passedOver(Staffing.Choice choice) {
    return choice.passedOver().stream().map(p -> new Passed(p.tam(), reason(p))).toList();
  }

  private String sentence(String turn, Staffing.Choice choice) {
    StringBuilder sentence = new StringBuilder(turn);
    for (Staffing.PassedOver passed : choice.passedOver()) {
      sentence.append("; ").append(names.apply(passed.tam())).append(' ').append(reason(passed));
    }
    if (choice.serves() == null) {
      sentence.append("; nobody can serve");
    } else if (!choice.passedOver().isEmpty()) {
      sentence.append("; so ").append(names.apply(choice.serves())).append(" stands in");
    }
    return sentence.append('.').toString();
  }

  private static String reason(Staffing.PassedOver passed) {
    return switch (passed.why()) {
      case ON_LEAVE -> "is on leave '%s'".formatted(Objects.requireNonNull(passed.leave()).id());
      case MAY_NOT_SERVE -> "may not serve";
      case SERVES_ALREADY -> "serves in another tier";
    };
  }
}
