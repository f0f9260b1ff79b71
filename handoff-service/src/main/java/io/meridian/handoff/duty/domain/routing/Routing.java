package io.meridian.handoff.duty.domain.routing;

import io.meridian.events.AccountabilityBasis;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assigns a run of openings, each as of the instant it opened. Decides by value alone; every
 * assignment counts in the load that the next one sees. Not for use by several threads.
 */
public final class Routing {
  private final Map<String, Region> regions;
  private final Map<String, Tam> tams;
  private final Set<String> knownSkills = new HashSet<>();
  private final Roster roster;
  private final Desks desks;
  private final Map<String, Load> loads;

  /**
   * @param roster from before the first opening to at least the next shift after the last one
   * @param loads what each TAM carries before the run; nobody's entry means nothing
   */
  public Routing(Calendar calendar, Roster roster, ShiftChanges planner, Map<String, Load> loads) {
    this.regions = index(calendar.regions(), Region::code);
    this.tams = index(calendar.tams(), Tam::id);
    calendar.tams().forEach(tam -> knownSkills.addAll(tam.skills()));
    this.roster = roster;
    this.desks = new Desks(roster, planner);
    this.loads = new HashMap<>(loads);
  }

  /** Who takes it; empty when there is no region at all. */
  public Optional<Assignment> assign(Opening opening) {
    Optional<Assignment> assignment = atHome(opening).or(() -> anywhere(opening));
    assignment.ifPresent(
        a ->
            loads.merge(
                a.tam(), Load.NONE.plus(opening.severity()), (l, x) -> l.plus(opening.severity())));
    return assignment;
  }

  private Optional<Assignment> anywhere(Opening opening) {
    List<OnDuty> onDuty = desks.at(opening.at());
    return onDuty.isEmpty()
        ? lead(opening)
        : Optional.of(assigned(opening, onDuty).orElseGet(() -> best(opening, onDuty)));
  }

  /**
   * The customer's assigned TAM on the shift of the home region that runs or comes next, else its
   * least-loaded primary; empty when it has no home or no such shift is known.
   */
  private Optional<Assignment> atHome(Opening opening) {
    String home = opening.home();
    if (home == null) {
      return Optional.empty();
    }
    List<OnDuty> there = desks.in(home, opening.at());
    Customer customer = opening.customer();
    String assigned = customer == null ? null : customer.assignments().get(home);
    return there.stream()
        .filter(o -> o.tam().equals(assigned))
        .findFirst()
        .map(o -> taken(o, "assigned to the customer in its home region"))
        .or(
            () ->
                there.stream()
                    .min(
                        Comparator.comparing((OnDuty o) -> !o.primary())
                            .thenComparing(leastLoaded(opening)))
                    .map(o -> taken(o, "least loaded of the home region's shift")));
  }

  /** The customer's assigned TAM, when on duty in that region and within capacity. */
  private Optional<Assignment> assigned(Opening opening, List<OnDuty> onDuty) {
    Customer customer = opening.customer();
    if (customer == null) {
      return Optional.empty();
    }
    return onDuty.stream()
        .filter(o -> o.tam().equals(customer.assignments().get(o.region())))
        .filter(o -> hasRoom(o, opening))
        .min(leastLoaded(opening))
        .map(o -> taken(o, "assigned to the customer in " + o.region()));
  }

  /** The least-loaded primary who fits, else any primary, else whoever is on duty. */
  private Assignment best(Opening opening, List<OnDuty> onDuty) {
    Predicate<OnDuty> fits = o -> fits(o, opening);
    Optional<Assignment> fitting =
        onDuty.stream()
            .filter(OnDuty::primary)
            .filter(fits)
            .min(leastLoaded(opening))
            .map(o -> taken(o, "least loaded on-duty primary who fits"));
    return fitting
        .or(
            () ->
                onDuty.stream()
                    .filter(OnDuty::primary)
                    .min(leastLoaded(opening))
                    .map(o -> taken(o, "on-duty primary; none has the skills and the language")))
        .orElseGet(
            () ->
                onDuty.stream()
                    .min(leastLoaded(opening))
                    .map(o -> taken(o, "on-duty secondary; no primary is on duty"))
                    .orElseThrow());
  }

  private boolean fits(OnDuty desk, Opening opening) {
    Tam tam = tams.get(desk.tam());
    if (tam == null) {
      return false;
    }
    Customer customer = opening.customer();
    String language = customer == null ? null : customer.language();
    boolean speaks = language == null || tam.languages().contains(language);
    return speaks
        && opening.tags().stream().filter(knownSkills::contains).allMatch(tam.skills()::contains);
  }

  private Comparator<OnDuty> leastLoaded(Opening opening) {
    return Comparator.comparing((OnDuty o) -> !hasRoom(o, opening))
        .thenComparing(o -> load(o.tam()).open())
        .thenComparing(o -> load(o.tam()).sev1())
        .thenComparing(OnDuty::tam);
  }

  /** Nobody is on duty: the lead of the region whose shift starts next. */
  private Optional<Assignment> lead(Opening opening) {
    return nextRegion(opening.at())
        .or(() -> home(opening.customer()))
        .or(() -> regions.values().stream().min(Comparator.comparing(Region::code)))
        .map(
            region ->
                new Assignment(
                    region.lead(),
                    region.code(),
                    AccountabilityBasis.LEAD,
                    "nobody is on duty; lead of the next region"));
  }

  private Optional<Region> nextRegion(Instant at) {
    return roster.startingAfter(at).stream()
        .map(Shift::region)
        .map(regions::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Optional<Region> home(@Nullable Customer customer) {
    return Optional.ofNullable(customer).map(Customer::homeRegion).map(regions::get);
  }

  private Assignment taken(OnDuty desk, String reason) {
    return new Assignment(desk.tam(), desk.region(), AccountabilityBasis.ASSIGNED, reason);
  }

  private boolean hasRoom(OnDuty desk, Opening opening) {
    Tam tam = tams.get(desk.tam());
    return load(desk.tam())
        .hasRoomFor(opening.severity(), tam == null ? Tam.CAPACITY : tam.capacity());
  }

  private Load load(String tam) {
    return loads.getOrDefault(tam, Load.NONE);
  }

  private static <T> Map<String, T> index(List<T> items, Function<T, String> key) {
    return items.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> a));
  }
}
