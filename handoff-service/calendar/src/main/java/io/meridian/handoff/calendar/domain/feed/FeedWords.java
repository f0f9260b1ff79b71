package io.meridian.handoff.calendar.domain.feed;

import io.meridian.handoff.calendar.domain.Shift;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shifts in the words of a feed. */
public final class FeedWords {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

  private final FeedScope scope;
  private final UnaryOperator<String> names;

  /**
   * @param names from a TAM's id to the name by which people know them
   */
  public FeedWords(FeedScope scope, UnaryOperator<String> names) {
    this.scope = scope;
    this.names = names;
  }

  /**
   * The events of those shifts that the feed shows. Parts of a slot are counted, so that a part
   * keeps its uid when its hours or its people change.
   *
   * @param shifts by start; whole, with no part of a slot left out
   * @param at when they are told
   */
  public List<FeedEvent> events(List<Shift> shifts, Instant at) {
    Map<String, Integer> parts = new HashMap<>();
    List<FeedEvent> events = new ArrayList<>();
    for (Shift shift : shifts) {
      if (scope.shows(shift)) {
        String origin = origin(shift);
        int part = parts.merge(origin, 1, Integer::sum);
        events.add(event(shift, uid(origin, part), at));
      }
    }
    return events;
  }

  private FeedEvent event(Shift shift, String uid, Instant at) {
    boolean isBusy = !(scope instanceof FeedScope.OfTam(String tam)) || shift.onDuty(tam);
    return new FeedEvent(
        uid,
        0,
        shift.start(),
        shift.end(),
        summary(shift),
        description(shift),
        shift.region(),
        isBusy,
        false,
        at);
  }

  private static String origin(Shift shift) {
    return shift.pattern().isEmpty()
        ? "override\n" + shift.override()
        : "pattern\n"
            + shift.pattern()
            + '\n'
            + LocalDate.ofInstant(shift.slotStart(), shift.zone());
  }

  private String uid(String origin, int part) {
    String name = scope + "\n" + origin + "\n" + part;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@meridian";
  }

  private String summary(Shift shift) {
    if (scope instanceof FeedScope.OfTam(String tam)) {
      String tier =
          tam.equals(shift.primary())
              ? "primary"
              : tam.equals(shift.secondary()) ? "secondary" : "shadow";
      return shift.region() + " on call: " + tier;
    }
    return shift.region() + ": " + (shift.isHeld() ? people(shift) : "nobody");
  }

  private String description(Shift shift) {
    LocalDateTime start = LocalDateTime.ofInstant(shift.start(), shift.zone());
    LocalDateTime end = LocalDateTime.ofInstant(shift.end(), shift.zone());
    List<String> lines = new ArrayList<>();
    lines.add(LOCAL.format(start) + " to " + LOCAL.format(end) + " " + shift.zone().getId());
    lines.add("On duty: " + (shift.isHeld() ? people(shift) : "nobody"));
    if (!shift.shadows().isEmpty()) {
      lines.add("Shadow: " + shift.shadows().stream().map(names).collect(Collectors.joining(", ")));
    }
    if (shift.holiday() != null) {
      lines.add("Holiday: " + shift.holiday());
    }
    return String.join("\n", lines);
  }

  private String people(Shift shift) {
    return Stream.of(shift.primary(), shift.secondary())
        .flatMap(Stream::ofNullable)
        .map(names)
        .collect(Collectors.joining(", "));
  }
}
