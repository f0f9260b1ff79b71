package io.meridian.local.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Prints each shift change as it happens: offered, at its boundary, and when all is settled. */
final class ShiftChangeBoard {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private enum Told {
    OFFERED,
    BOUNDARY,
    SETTLED
  }

  private final PrintWriter out;
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, String> stateOf = new HashMap<>();
  private final Set<String> late = new HashSet<>();

  ShiftChangeBoard(PrintWriter out) {
    this.out = out;
  }

  void header() {
    out.printf("%n  %-16s  %-13s  %s%n", "UTC", "shift change", "what happened");
    out.flush();
  }

  /** Tells what is new since the last look. */
  void look(List<Offer> handoffs, Instant now) {
    Map<String, List<Offer>> changes =
        handoffs.stream()
            .collect(Collectors.groupingBy(Offer::shiftChange, TreeMap::new, Collectors.toList()));
    changes.values().forEach(offers -> tell(offers, now));
    handoffs.forEach(offer -> tellPerson(offer, now));
    out.flush();
  }

  private void tell(List<Offer> offers, Instant now) {
    Offer any = offers.getFirst();
    Told last = told.get(any.shiftChange());
    if (last == null && offers.stream().anyMatch(Offer::isOpen)) {
      line(
          now,
          any,
          "%d offered to %s; accept by %s"
              .formatted(offers.size(), people(offers), HOUR.format(any.acceptBy())));
      told.put(any.shiftChange(), Told.OFFERED);
    } else if (last == Told.OFFERED && !now.isBefore(any.acceptBy())) {
      line(
          now,
          any,
          "%d of %d accepted in time".formatted(count(offers, Offer::isInTime), offers.size()));
      told.put(any.shiftChange(), Told.BOUNDARY);
    } else if (last == Told.BOUNDARY && offers.stream().allMatch(Offer::isFinished)) {
      line(now, any, "settled: " + outcome(offers));
      told.put(any.shiftChange(), Told.SETTLED);
    }
  }

  /** Who let it pass, and who took it after all. */
  private void tellPerson(Offer offer, Instant now) {
    String asked = stateOf.put(offer.id(), offer.tamName());
    boolean moved = asked != null && !asked.isEmpty() && !asked.equals(offer.tamName());
    if (moved && !offer.isFinished() && !offer.tamName().isEmpty()) {
      String why = now.isBefore(offer.acceptBy()) ? "declined by " : "no answer from ";
      String to = offer.state().equals("ESCALATED_TO_LEAD") ? "; to the lead " : "; now to ";
      line(now, offer, offer.escalation() + " " + why + asked + to + offer.tamName());
    }
    Instant acceptedAt = offer.acceptedAt();
    if (offer.isAccepted()
        && acceptedAt != null
        && acceptedAt.isAfter(offer.acceptBy())
        && late.add(offer.id())) {
      long minutes = Math.max(1, Duration.between(offer.acceptBy(), acceptedAt).toMinutes());
      String whose = offer.escalation() + " accepted by " + offer.tamName();
      line(now, offer, whose + ", " + minutes + " min late");
    }
  }

  private static String outcome(List<Offer> offers) {
    long inTime = count(offers, Offer::isInTime);
    long accepted = count(offers, Offer::isAccepted);
    long assigned = count(offers, Offer::isAssigned);
    long cancelled = offers.size() - accepted - assigned;
    return "%d in time, %d late%s%s"
        .formatted(
            inTime,
            accepted - inTime,
            assigned == 0 ? "" : ", " + assigned + " assigned by a lead",
            cancelled == 0 ? "" : ", " + cancelled + " closed before");
  }

  private static long count(List<Offer> offers, Predicate<Offer> which) {
    return offers.stream().filter(which).count();
  }

  private static String people(List<Offer> offers) {
    return offers.stream()
        .filter(offer -> !offer.tamName().isEmpty())
        .collect(Collectors.groupingBy(Offer::tamName, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private void line(Instant now, Offer offer, String what) {
    out.printf(
        "  %-16s  %-13s  %s%n",
        TIME.format(now), offer.fromRegion() + " → " + offer.toRegion(), what);
  }
}
