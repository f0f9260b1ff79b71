package io.meridian.handoff.calendar.domain;

import io.meridian.handoff.calendar.domain.ShiftExplanation.Boundary;
import io.meridian.handoff.calendar.domain.ShiftExplanation.ByOverride;
import io.meridian.handoff.calendar.domain.ShiftExplanation.ByPattern;
import io.meridian.handoff.calendar.domain.ShiftExplanation.Cause;
import io.meridian.handoff.calendar.domain.ShiftExplanation.ClockChange;
import io.meridian.handoff.calendar.domain.ShiftExplanation.OnHoliday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells why shifts are as they are, by the rules that they come from. */
public final class Explainer {

  private final RosterRules rules;
  private final UnaryOperator<String> names;

  /**
   * @param rules the calendar that was in force when the shift began, or is for one to come
   * @param names the name of each TAM by id, for the sentences
   */
  public Explainer(RosterRules rules, UnaryOperator<String> names) {
    this.rules = rules;
    this.names = names;
  }

  /** Why the shift is at these instants, and why these people are on it. */
  public ShiftExplanation explain(Shift shift) {
    @Nullable ShiftOverride override = override(shift);
    @Nullable Slot slot = rules.slot(shift.pattern(), shift.slotStart()).orElse(null);
    if (slot == null) {
      Cause cause = shift.pattern().isEmpty() ? Cause.OVERRIDE : Cause.EDIT;
      return new ShiftExplanation(
          shift,
          null,
          boundary("starts", shift.start(), cause, shift),
          boundary("ends", shift.end(), cause, shift),
          null,
          List.of(),
          null,
          byOverride(override));
    }
    return new ShiftExplanation(
        shift,
        pattern(slot),
        boundary("starts", shift.start(), cause(shift.start(), slot, shift), shift),
        boundary("ends", shift.end(), cause(shift.end(), slot, shift), shift),
        clockChange(slot),
        new PlaceExplainer(rules, names).places(slot, shift.start()),
        holiday(slot),
        byOverride(override));
  }

  private @Nullable ShiftOverride override(Shift shift) {
    return rules.calendar().overrides().stream()
        .filter(known -> known.id().equals(shift.override()))
        .findFirst()
        .orElse(null);
  }

  private static ByPattern pattern(Slot slot) {
    ShiftPattern pattern = slot.pattern();
    LocalDateTime start = slot.date().atTime(pattern.start());
    boolean overnight = !pattern.end().isAfter(pattern.start());
    LocalDateTime end = slot.date().plusDays(overnight ? 1 : 0).atTime(pattern.end());
    return new ByPattern(
        pattern.id(),
        pattern.zone().getId(),
        slot.date(),
        start,
        end,
        "Pattern '%s' has a shift on %s from %s to %s%s in %s."
            .formatted(
                pattern.id(),
                slot.date(),
                pattern.start(),
                pattern.end(),
                overnight ? " of the next day" : "",
                pattern.zone()));
  }

  private Cause cause(Instant at, Slot slot, Shift shift) {
    if (at.equals(slot.start()) || at.equals(slot.end())) {
      return Cause.PATTERN;
    }
    Stream<Interval> overrides =
        rules.calendar().overrides().stream()
            .filter(o -> o.region().equals(shift.region()))
            .map(o -> new Interval(o.start(), o.end()));
    if (overrides.anyMatch(o -> o.start().equals(at) || o.end().equals(at))) {
      return Cause.OVERRIDE;
    }
    if (rules.calendar().leaves().stream()
        .anyMatch(leave -> leave.start().equals(at) || leave.end().equals(at))) {
      return Cause.LEAVE;
    }
    boolean version =
        rules.turnsOf(slot).stream()
            .anyMatch(turns -> turns.beginnings(slot.start(), slot.end()).contains(at));
    return version ? Cause.ROTATION : Cause.EDIT;
  }

  private static Boundary boundary(String verb, Instant at, Cause cause, Shift shift) {
    ZoneId zone = shift.zone();
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    String why =
        switch (cause) {
          case PATTERN -> "as the pattern says" + clockNote(verb, at, zone);
          case LEAVE -> "where a leave changes who is on it";
          case OVERRIDE -> "where an override says so";
          case ROTATION -> "where the first version of a rotation is effective";
          case EDIT -> "where an edit of the calendar changed it while it ran";
        };
    return new Boundary(
        at, cause, "It %s at %s in %s, which is %s, %s.".formatted(verb, local, zone, at, why));
  }

  /** What a wall time that does not exist, or exists twice, has become. */
  private static String clockNote(String verb, Instant at, ZoneId zone) {
    Optional<ZoneOffsetTransition> change =
        Optional.ofNullable(zone.getRules().previousTransition(at.plusMillis(1)));
    if (change.isPresent() && change.get().getInstant().equals(at) && change.get().isGap()) {
      return " (the clocks go forward at this instant)";
    }
    ZoneOffsetTransition twice = zone.getRules().getTransition(LocalDateTime.ofInstant(at, zone));
    return twice == null || twice.isGap()
        ? ""
        : " (that wall time comes twice; the %s one)"
            .formatted(verb.equals("starts") ? "earlier" : "later");
  }

  private static @Nullable ClockChange clockChange(Slot slot) {
    ZoneOffsetTransition change =
        slot.pattern().zone().getRules().nextTransition(slot.start().minusMillis(1));
    if (change == null || change.getInstant().isAfter(slot.end())) {
      return null;
    }
    Duration moved = change.getDuration().negated();
    boolean forward = change.isGap();
    return new ClockChange(
        change.getInstant(),
        moved,
        "The clocks of %s go %s by %s at %s, so the slot lasts %s."
            .formatted(
                slot.pattern().zone(),
                forward ? "forward" : "back",
                Words.hours(moved.abs()),
                change.getInstant(),
                Words.hours(Duration.between(slot.start(), slot.end()))));
  }

  private static @Nullable OnHoliday holiday(Slot slot) {
    @Nullable String name = slot.holiday();
    if (name == null) {
      return null;
    }
    return switch (slot.pattern().holidayPolicy()) {
      case HolidayPolicy.Worked() ->
          new OnHoliday(name, "WORKED", "%s is %s, which is worked.".formatted(slot.date(), name));
      case HolidayPolicy.Off() ->
          new OnHoliday(name, "OFF", "%s is %s, which is off.".formatted(slot.date(), name));
      case HolidayPolicy.Roster(String rotation) ->
          new OnHoliday(
              name,
              "ROSTER:" + rotation,
              "%s is %s, on which rotation '%s' takes over its tier."
                  .formatted(slot.date(), name, rotation));
    };
  }

  private @Nullable ByOverride byOverride(@Nullable ShiftOverride override) {
    if (override == null) {
      return null;
    }
    String what =
        switch (override.change()) {
          case ShiftOverride.Change.Replace(String tam, String by) ->
              "puts %s in the place of %s".formatted(names.apply(by), names.apply(tam));
          case ShiftOverride.Change.Add(String tam) ->
              "gives %s a shift of their own".formatted(names.apply(tam));
          case ShiftOverride.Change.Remove(String tam) ->
              "takes %s off".formatted(names.apply(tam));
        };
    String why = override.reason() == null ? "" : ": " + override.reason();
    return new ByOverride(
        override.id(),
        override.change().getClass().getSimpleName().toUpperCase(Locale.ROOT),
        override.reason(),
        "Override '%s' %s from %s to %s%s."
            .formatted(override.id(), what, override.start(), override.end(), why));
  }
}
