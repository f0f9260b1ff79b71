package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A calendar prepared for computing: build it once for each calendar and ask it about any window.
 * Immutable and safe to share.
 *
 * <p>Its answers do not depend on the window: a shift that two windows share an instant with is the
 * same shift, whole, in both answers.
 */
public final class RosterRules {

  private final Calendar calendar;
  private final HolidayTable table;
  private final Staffing staffing;
  private final Map<String, Region> regions = new HashMap<>();
  private final Map<String, Map<LocalDate, String>> holidays = new HashMap<>();
  private final Map<String, RotationTurns> turns = new HashMap<>();
  private final Map<String, List<RotationTurns>> turnsByPattern = new HashMap<>();
  private final IntervalIndex<ShiftOverride> additions;

  private RosterRules(Calendar calendar, HolidayTable table) {
    this.calendar = calendar;
    this.table = table;
    this.staffing = new Staffing(calendar);
    calendar.regions().forEach(region -> regions.put(region.code(), region));
    for (Region region : calendar.regions()) {
      holidays.put(region.code(), table.of(region, calendar));
    }
    calendar.rotations().forEach(rotation -> turns.put(rotation.id(), turnsOf(rotation)));
    for (ShiftPattern pattern : calendar.shiftPatterns()) {
      turnsByPattern.put(pattern.id(), pattern.rotations().stream().map(turns::get).toList());
    }
    this.additions =
        new IntervalIndex<>(
            calendar.overrides().stream()
                .filter(o -> o.change() instanceof ShiftOverride.Change.Add)
                .toList(),
            ShiftOverride::start,
            ShiftOverride::end);
  }

  /** Prepares a calendar whose references are sound and that has no holidays but its own. */
  public static RosterRules of(Calendar calendar) {
    return of(calendar, HolidayTable.NONE);
  }

  /** Prepares a calendar whose references are sound. */
  public static RosterRules of(Calendar calendar, HolidayTable table) {
    return new RosterRules(calendar, table);
  }

  public Calendar calendar() {
    return calendar;
  }

  /** The same table of holidays with another calendar whose references are sound. */
  RosterRules with(Calendar other) {
    return of(other, table);
  }

  /** Every shift that shares an instant with {@code [from, to)}, whole, by start and id. */
  public List<Shift> shifts(Instant from, Instant to) {
    List<Shift> shifts = new ArrayList<>();
    for (ShiftPattern pattern : calendar.shiftPatterns()) {
      for (Slot slot : slots(pattern, from, to)) {
        if (takesPlace(slot)) {
          for (Shift shift : staffing.staff(slot, turnsOf(slot))) {
            if (shift.intersects(from, to)) {
              shifts.add(shift);
            }
          }
        }
      }
    }
    additions.intersecting(from, to).stream().flatMap(this::added).forEach(shifts::add);
    shifts.sort(Shift.ORDER);
    return shifts;
  }

  /** The whole shift with this id, if these rules yield one. */
  public Optional<Shift> shift(UUID id) {
    return ShiftId.start(id).stream()
        .flatMap(start -> shifts(start, start.plusMillis(1)).stream())
        .filter(shift -> shift.id().equals(id))
        .findFirst();
  }

  /** The slots that are not worked because of a holiday and share an instant with the window. */
  public List<Interval> daysOff(Instant from, Instant to) {
    return calendar.shiftPatterns().stream()
        .filter(pattern -> pattern.holidayPolicy() instanceof HolidayPolicy.Off)
        .flatMap(pattern -> slots(pattern, from, to).stream())
        .filter(slot -> !takesPlace(slot))
        .map(slot -> new Interval(slot.start(), slot.end()))
        .toList();
  }

  /** Whether the TAM may serve in the tier: ONBOARDING only as shadow, INACTIVE never. */
  public boolean mayServe(String tam, Rotation.Tier tier) {
    return staffing.mayServe(tam, tier);
  }

  /** The holidays of a region, by date. */
  public Map<LocalDate, String> holidaysOf(String region) {
    return holidays.getOrDefault(region, Map.of());
  }

  private List<Slot> slots(ShiftPattern pattern, Instant from, Instant to) {
    return Slot.of(pattern, holidaysOf(pattern), from, to);
  }

  private Map<LocalDate, String> holidaysOf(ShiftPattern pattern) {
    return holidaysOf(pattern.region());
  }

  /** The slot of a pattern that starts at the instant; empty when these rules yield none. */
  Optional<Slot> slot(String pattern, Instant start) {
    return calendar.shiftPatterns().stream()
        .filter(known -> known.id().equals(pattern))
        .flatMap(known -> slots(known, start, start.plusMillis(1)).stream())
        .filter(slot -> slot.start().equals(start))
        .findFirst();
  }

  /** Whether there is a shift: one that is off for a holiday is none, unless it ran already. */
  boolean takesPlace(Slot slot) {
    return !slot.isOff() || turnsOf(slot).stream().anyMatch(turns -> turns.running(slot) != null);
  }

  /** The slots of all patterns that share an instant with the window, in the order of dealing. */
  List<Slot> slots(Instant from, Instant to) {
    return calendar.shiftPatterns().stream()
        .flatMap(pattern -> slots(pattern, from, to).stream())
        .sorted(Slot.ORDER)
        .toList();
  }

  /** The turns of a rotation, if the calendar has it. */
  Optional<RotationTurns> turnsOf(String rotation) {
    return Optional.ofNullable(turns.get(rotation));
  }

  Staffing staffing() {
    return staffing;
  }

  List<RotationTurns> turnsOf(Slot slot) {
    List<RotationTurns> usual = turnsByPattern.getOrDefault(slot.pattern().id(), List.of());
    if (slot.holiday() == null
        || !(slot.pattern().holidayPolicy() instanceof HolidayPolicy.Roster(String rotation))) {
      return usual;
    }
    RotationTurns instead = Objects.requireNonNull(turns.get(rotation));
    Rotation.Tier tier = instead.tier();
    return Stream.concat(Stream.of(instead), usual.stream().filter(t -> t.tier() != tier)).toList();
  }

  private RotationTurns turnsOf(Rotation rotation) {
    boolean countsShifts =
        rotation.versions().stream().anyMatch(v -> v.period() == Rotation.Period.SHIFTS);
    List<SlotCount> counts = countsShifts ? countsOf(rotation) : List.of();
    return new RotationTurns(
        rotation, rotation.versions().stream().map(v -> new Turns(v, counts)).toList());
  }

  /** How the shifts that a rotation deals are counted. */
  List<SlotCount> countsOf(Rotation rotation) {
    List<SlotCount> counts = new ArrayList<>();
    for (ShiftPattern pattern : calendar.shiftPatterns()) {
      Set<LocalDate> days = holidaysOf(pattern).keySet();
      PatternDates dates = new PatternDates(pattern, days);
      if (pattern.rotations().contains(rotation.id())) {
        counts.add(new SlotCount(pattern, dates));
      } else if (pattern.holidayPolicy().equals(new HolidayPolicy.Roster(rotation.id()))) {
        List<LocalDate> worked = dates.those(days);
        counts.add(new SlotCount(pattern, date -> DroppedDates.before(date, worked)));
      }
    }
    return counts;
  }

  private Stream<Shift> added(ShiftOverride override) {
    Region region = regions.get(override.region());
    String tam = override.touches().getFirst();
    if (region == null || !staffing.mayServe(tam, Rotation.Tier.PRIMARY)) {
      return Stream.of();
    }
    return Stream.of(
        new Shift(
            ShiftId.ofOverride(override.id(), override.start()),
            override.region(),
            override.start(),
            override.end(),
            override.start(),
            override.end(),
            region.zone(),
            tam,
            null,
            List.of(),
            "",
            override.id(),
            null));
  }
}
