package io.meridian.handoff.simulation;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.Event;
import io.meridian.events.GapEvent;
import io.meridian.events.HandoffEvent;
import io.meridian.events.RestEvent;
import io.meridian.events.StayEvent;
import io.meridian.handoff.calendar.domain.Shift;

/** One escalation's story in a run, for whoever looks into a violation. */
final class Story {
  private Story() {}

  static void tell(Simulation run, String escalation) {
    run.outside.told.stream()
        .filter(e -> e.key().startsWith(escalation))
        .forEach(
            e ->
                System.out.printf(
                    "%s %s %s %s in %s opened %s closed %s%n",
                    e.time(),
                    e.getClass().getSimpleName(),
                    e.escalation().status(),
                    e.escalation().hours(),
                    e.escalation().homeRegion(),
                    e.escalation().openedAt(),
                    e.escalation().closedAt()));
    run.house.tables.log.values().forEach(e -> line(e, escalation));
    run.house.tables.shifts.values().stream()
        .sorted(Shift.ORDER)
        .forEach(
            s ->
                System.out.printf(
                    "shift %s %s..%s slot ..%s %s %s%n",
                    s.region(), s.start(), s.end(), s.slotEnd(), s.primary(), s.secondary()));
    System.out.println("end " + run.house.clock.instant());
  }

  private static void line(Event event, String escalation) {
    String kind = event.getClass().getSimpleName();
    switch (event) {
      case AccountabilityEvent e when e.key().startsWith(escalation) ->
          System.out.printf(
              "%s %s %s in %s resolved %s %s %s from %s to %s hold %s handoff %s%n",
              e.time(),
              kind,
              e.accountability().serviceHours(),
              e.accountability().homeRegion(),
              e.accountability().resolved(),
              e.accountability().tam().id(),
              e.accountability().basis(),
              e.accountability().start(),
              e.accountability().end(),
              e.accountability().holdUntil(),
              e.accountability().handoffId());
      case HandoffEvent e ->
          e.handoffs().stream()
              .filter(h -> h.escalationId().toString().startsWith(escalation))
              .forEach(
                  h ->
                      System.out.printf(
                          "%s handoff %.8s %s %s>%s at %s start %s by %s %s late %s%n",
                          h.changedAt(),
                          h.id(),
                          h.status(),
                          h.from().id(),
                          h.to() == null ? null : h.to().id(),
                          h.boundary(),
                          h.effectiveFrom(),
                          h.acceptBy(),
                          h.cancelReason(),
                          h.lateness()));
      case GapEvent e ->
          e.gaps().stream()
              .filter(g -> g.escalationId().toString().startsWith(escalation))
              .forEach(
                  g ->
                      System.out.printf(
                          "%s gap %s %s..%s %s %s %.8s%n",
                          g.changedAt(),
                          kind,
                          g.start(),
                          g.end(),
                          g.cause(),
                          g.accountable().id(),
                          g.shiftChangeId()));
      case StayEvent e ->
          System.out.printf(
              "%s stay %s since %s until %s%n",
              e.time(), e.key(), e.stay().since(), e.stay().until());
      case RestEvent e ->
          e.rests().stream()
              .filter(r -> r.escalationId().toString().startsWith(escalation))
              .forEach(
                  r ->
                      System.out.printf(
                          "%s rest %s %s..%s %s %s%n",
                          r.changedAt(),
                          kind,
                          r.start(),
                          r.end(),
                          r.cause(),
                          r.accountable().id()));
      default -> {}
    }
  }
}
