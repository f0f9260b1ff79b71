package io.meridian.handoff.duty.domain.routing;

import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Tam;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who is asked to take an escalation at a shift change, and says why. Decides by value
 * alone; every choice counts in the load that the next one sees, so that a whole shift change is
 * spread over those who come. Not for use by several threads.
 */
public final class OfferRouting {
  private final Map<String, Tam> tams = new HashMap<>();
  private final Set<String> knownSkills = new HashSet<>();
  private final Map<String, Load> loads;

  /**
   * @param loads what each TAM carries or is asked to take; nobody's entry means nothing
   */
  public OfferRouting(Calendar calendar, Map<String, Load> loads) {
    this.loads = new HashMap<>(loads);
    for (Tam tam : calendar.tams()) {
      tams.put(tam.id(), tam);
      knownSkills.addAll(tam.skills());
    }
  }

  /**
   * What is offered, as far as routing cares.
   *
   * @param tags free words; those that are somebody's skill are asked of whoever takes it
   * @param language ISO 639 code the customer prefers, or null when any will do
   * @param assigned the customer's TAM in the incoming region, or null
   */
  public record Wanted(
      Severity severity, List<String> tags, @Nullable String language, @Nullable String assigned) {

    public Wanted {
      tags = List.copyOf(tags);
    }
  }

  /** Somebody who may be asked; who stands earlier in the list is asked rather, all else equal. */
  public record Candidate(String tam, boolean primary) {}

  /** Who is asked, and why, in words for people. */
  public record Choice(String tam, String reason) {}

  /**
   * Who is asked; empty when nobody may be.
   *
   * @param excluded who may not be asked: the giver, those who declined
   */
  public Optional<Choice> choose(
      Wanted wanted, List<Candidate> candidates, Predicate<String> excluded) {
    List<Candidate> left = candidates.stream().filter(c -> !excluded.test(c.tam())).toList();
    Optional<Choice> choice =
        assigned(wanted, left)
            .or(
                () ->
                    left.stream()
                        .min(preference(wanted, left))
                        .map(c -> new Choice(c.tam(), why(wanted, c, left))));
    choice.ifPresent(
        c ->
            loads.merge(
                c.tam(), Load.NONE.plus(wanted.severity()), (l, x) -> l.plus(wanted.severity())));
    return choice;
  }

  private Optional<Choice> assigned(Wanted wanted, List<Candidate> left) {
    return left.stream()
        .filter(c -> c.tam().equals(wanted.assigned()))
        .filter(c -> hasRoom(c) && !holdsOneMore(c, wanted))
        .map(c -> new Choice(c.tam(), "assigned to the customer in the incoming region"))
        .findFirst();
  }

  /** Severity 1 apart first, then who fits, then who has room, the primary, the least loaded. */
  private Comparator<Candidate> preference(Wanted wanted, List<Candidate> left) {
    return Comparator.comparing((Candidate c) -> holdsOneMore(c, wanted))
        .thenComparing(c -> !fits(c, wanted))
        .thenComparing(c -> !hasRoom(c))
        .thenComparing(c -> !hasRoom(c) || !c.primary())
        .thenComparing(c -> load(c).open())
        .thenComparing(left::indexOf);
  }

  private String why(Wanted wanted, Candidate chosen, List<Candidate> left) {
    String fit =
        fits(chosen, wanted)
            ? "has the skills and the language"
            : "nobody free has the skills and the language";
    String room = hasRoom(chosen) ? "" : ", over capacity like all others";
    String apart =
        wanted.severity() == Severity.SEV1 && load(chosen).sev1() > 0
            ? ", everybody has a SEV1 already"
            : "";
    String alone = left.size() == 1 ? "the only one left to ask, " : "";
    return alone + fit + ", " + load(chosen).open() + " open" + room + apart;
  }

  private boolean holdsOneMore(Candidate candidate, Wanted wanted) {
    return wanted.severity() == Severity.SEV1 && load(candidate).sev1() >= Load.SEV1_MAX;
  }

  private boolean hasRoom(Candidate candidate) {
    return load(candidate).open() < capacity(candidate);
  }

  private int capacity(Candidate candidate) {
    Tam tam = tams.get(candidate.tam());
    return tam == null ? Tam.CAPACITY : tam.capacity();
  }

  private boolean fits(Candidate candidate, Wanted wanted) {
    Tam tam = tams.get(candidate.tam());
    if (tam == null) {
      return false;
    }
    boolean speaks = wanted.language() == null || tam.languages().contains(wanted.language());
    return speaks
        && wanted.tags().stream().filter(knownSkills::contains).allMatch(tam.skills()::contains);
  }

  private Load load(Candidate candidate) {
    return loads.getOrDefault(candidate.tam(), Load.NONE);
  }
}
