package io.meridian.handoff.calendar.domain.roster;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Fault;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.ShiftOverride;
import io.meridian.handoff.calendar.domain.ShiftOverride.Change;
import io.meridian.handoff.calendar.domain.Tam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps a swap from being made, and what a calendar becomes when it is made. */
public final class SwapRules {

  /** Codes of faults that the roster's present state makes, not the request. */
  public static final Set<String> OF_STATE =
      Set.of("shift-changed", "shift-begun", "override-conflict");

  private final Calendar calendar;
  private final RosterRules rules;

  public SwapRules(RosterRules rules) {
    this.calendar = rules.calendar();
    this.rules = rules;
  }

  /** A calendar with the swap, and the ids of the overrides that make it so. */
  public record Made(Calendar calendar, List<String> overrides) {}

  /** All that keeps the swap from being made at that instant; empty when nothing does. */
  public List<Fault> faults(SwapRequest request, Instant now) {
    return request.takes().flatMap(take -> faults(take, now)).toList();
  }

  /** The calendar with the swap, which nothing keeps from being made. */
  public Made make(SwapRequest request) {
    List<ShiftOverride> overrides = new ArrayList<>(calendar.overrides());
    List<String> ids = new ArrayList<>();
    for (SwapRequest.Take take : request.takes().toList()) {
      ShiftOverride made =
          passedOn(take)
              .orElseGet(
                  () ->
                      new ShiftOverride(
                          "swap-" + request.id() + take.pointer().replace('/', '-'),
                          take.shift().region(),
                          take.shift().start(),
                          take.shift().end(),
                          new Change.Replace(take.from(), take.to()),
                          request.reason()));
      overrides.removeIf(o -> o.id().equals(made.id()));
      if (!isNothing(made.change())) {
        overrides.add(made);
      }
      ids.add(made.id());
    }
    return new Made(calendar.withOverrides(overrides), List.copyOf(ids));
  }

  private Stream<Fault> faults(SwapRequest.Take take, Instant now) {
    SwapShift wanted = take.shift();
    boolean isHeld =
        rules.shifts(wanted.start(), wanted.start().plusMillis(1)).stream()
            .anyMatch(shift -> wanted.isStill(shift) && shift.onDuty(take.from()));
    if (!isHeld) {
      return Stream.of(
          new Fault(
              take.pointer(),
              "shift-changed",
              "'" + take.from() + "' is not on duty in this shift as it was asked for"));
    }
    if (!wanted.start().isAfter(now)) {
      return Stream.of(new Fault(take.pointer(), "shift-begun", "the shift has begun"));
    }
    return Stream.of(status(take), leave(take), duties(take), overrides(take))
        .flatMap(Optional::stream);
  }

  private Optional<Fault> status(SwapRequest.Take take) {
    return calendar.tams().stream()
        .filter(tam -> tam.id().equals(take.to()))
        .findFirst()
        .map(Tam::status)
        .map(
            status ->
                switch (status) {
                  case ACTIVE -> Optional.<Fault>empty();
                  case ONBOARDING -> fault(take, "onboarding", "is in training: shadow only");
                  case INACTIVE -> fault(take, "inactive", "is on no roster");
                })
        .orElseGet(() -> fault(take, "unknown-tam", "is not in the calendar"));
  }

  private Optional<Fault> leave(SwapRequest.Take take) {
    return calendar.leaves().stream()
            .filter(leave -> leave.tam().equals(take.to()))
            .anyMatch(leave -> take.shift().intersects(leave.start(), leave.end()))
        ? fault(take, "on-leave", "is on leave then")
        : Optional.empty();
  }

  private Optional<Fault> duties(SwapRequest.Take take) {
    return rules.shifts(take.shift().start(), take.shift().end()).stream()
        .filter(shift -> shift.onDuty(take.to()))
        .filter(shift -> take.gives() == null || !take.gives().isStill(shift))
        .map(Shift::start)
        .findFirst()
        .flatMap(start -> fault(take, "on-duty", "is on duty then, from " + start));
  }

  private Optional<Fault> overrides(SwapRequest.Take take) {
    Optional<String> own = passedOn(take).map(ShiftOverride::id);
    return calendar.overrides().stream()
        .filter(o -> o.region().equals(take.shift().region()))
        .filter(o -> take.shift().intersects(o.start(), o.end()))
        .filter(o -> o.touches().contains(take.from()) || o.touches().contains(take.to()))
        .filter(o -> !own.equals(Optional.of(o.id())))
        .findFirst()
        .map(
            o ->
                new Fault(
                    take.pointer(),
                    "override-conflict",
                    "override '" + o.id() + "' has to do with the same time already"));
  }

  /** The override by which the giver has exactly this shift, with the taker in their place. */
  private Optional<ShiftOverride> passedOn(SwapRequest.Take take) {
    SwapShift shift = take.shift();
    return calendar.overrides().stream()
        .filter(o -> o.region().equals(shift.region()))
        .filter(o -> o.start().equals(shift.start()) && o.end().equals(shift.end()))
        .flatMap(o -> passedOn(o.change(), take).map(c -> with(o, c)).stream())
        .findFirst();
  }

  private static Optional<Change> passedOn(Change change, SwapRequest.Take take) {
    return switch (change) {
      case Change.Replace(String tam, String by) when by.equals(take.from()) ->
          Optional.of(new Change.Replace(tam, take.to()));
      case Change.Add(String tam) when tam.equals(take.from()) ->
          Optional.of(new Change.Add(take.to()));
      default -> Optional.empty();
    };
  }

  /** Whether a shift came back to whom it was taken from. */
  private static boolean isNothing(Change change) {
    return change instanceof Change.Replace(String tam, String by) && tam.equals(by);
  }

  private static ShiftOverride with(ShiftOverride override, Change change) {
    return new ShiftOverride(
        override.id(),
        override.region(),
        override.start(),
        override.end(),
        change,
        override.reason());
  }

  private static Optional<Fault> fault(SwapRequest.Take take, String code, String detail) {
    String pointer = take.pointer().equals("/shift") ? "/tam" : "/asker";
    return Optional.of(new Fault(pointer, code, "'" + take.to() + "' " + detail));
  }
}
