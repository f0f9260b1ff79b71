package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.CalendarDocument.LeaveEntry;
import io.meridian.handoff.calendar.application.CalendarDocument.OverrideEntry;
import io.meridian.handoff.calendar.application.CalendarDocument.RegionEntry;
import io.meridian.handoff.calendar.application.CalendarDocument.TamEntry;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who decides about exceptions of the roster: a lead about those of their region and the leave of
 * its TAMs, a TAM about their own leave, a manager about all.
 */
public final class RosterRights {

  private RosterRights() {}

  /** An override belongs to a region that the actor leads, before and after the change. */
  public static EntryRule<OverrideEntry> overrides(Actor actor) {
    return (calendar, before, after) ->
        given(before, after)
            .forEach(entry -> requireLead(calendar, "An override", region(calendar, entry), actor));
  }

  /** A leave is the actor's own or of a TAM whom they lead, before and after the change. */
  public static EntryRule<LeaveEntry> leaves(Actor actor) {
    return (calendar, before, after) ->
        given(before, after).forEach(entry -> requireLeave(calendar, entry.tam(), actor));
  }

  /**
   * The actor may decide about somebody's leave.
   *
   * @param tam whose leave it is; null where it does not say
   * @throws Problem 403 that says who may
   */
  public static void requireLeave(CalendarDocument calendar, @Nullable String tam, Actor actor) {
    if (!actor.id().equals(tam)) {
      requireLead(calendar, "The leave of others", home(calendar, tam), actor);
    }
  }

  private static void requireLead(
      CalendarDocument calendar, String what, Optional<RegionEntry> region, Actor actor) {
    if (actor.has(Roles.MANAGER) || region.filter(r -> actor.id().equals(r.lead())).isPresent()) {
      return;
    }
    String lead =
        region
            .map(known -> "for " + name(calendar, known.lead()) + ", who leads " + known.code())
            .orElse("for leads, each in their region");
    throw Problem.forbidden(what + " is " + lead + ", and for managers");
  }

  private static <E> Stream<E> given(@Nullable E before, @Nullable E after) {
    return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
        .flatMap(Optional::stream);
  }

  /** The region that it names, else that of the TAM whose duty it changes. */
  private static Optional<RegionEntry> region(CalendarDocument calendar, OverrideEntry entry) {
    return entry.region() == null
        ? Stream.of(entry.replace(), entry.add(), entry.remove())
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(tam -> home(calendar, tam))
        : region(calendar, entry.region());
  }

  private static Optional<RegionEntry> home(CalendarDocument calendar, @Nullable String tam) {
    return tam(calendar, tam).flatMap(known -> region(calendar, known.region()));
  }

  private static Optional<RegionEntry> region(CalendarDocument calendar, @Nullable String code) {
    return all(calendar.regions()).filter(r -> Objects.equals(r.code(), code)).findFirst();
  }

  private static Optional<TamEntry> tam(CalendarDocument calendar, @Nullable String id) {
    return all(calendar.tams()).filter(tam -> Objects.equals(tam.id(), id)).findFirst();
  }

  private static String name(CalendarDocument calendar, @Nullable String tam) {
    return tam(calendar, tam)
        .map(known -> String.valueOf(known.name()))
        .orElse(String.valueOf(tam));
  }

  private static <E> Stream<E> all(@Nullable List<E> entries) {
    return entries == null ? Stream.empty() : entries.stream();
  }
}
