package io.meridian.console.page;

import io.meridian.console.client.Person;
import io.meridian.console.client.Shift;
import io.meridian.console.draw.Band;
import io.meridian.console.page.CalendarPage.Block;
import io.meridian.console.page.CalendarPage.Lane;
import io.meridian.console.page.CalendarPage.Tick;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shifts of a week as lanes: of several regions one each, of one region one a person. */
final class CalendarLanes {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);

  private final CalendarMessages words;
  private final TimeLabels times;
  private final LocalDate first;
  private final LocalDate end;
  private final Band band;

  CalendarLanes(CalendarMessages words, TimeLabels times, LocalDate first, LocalDate end) {
    this.words = words;
    this.times = times;
    this.first = first;
    this.end = end;
    this.band = new Band(start(first, times.zone()), start(end, times.zone()));
  }

  /** The instant at which a day begins. */
  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The days below them. */
  List<Tick> ticks() {
    return first
        .datesUntil(end)
        .map(
            day -> {
              Instant begin = start(day, times.zone());
              Instant over = start(day.plusDays(1), times.zone());
              Instant middle = begin.plus(Duration.between(begin, over).dividedBy(2));
              return new Tick(band.x(begin), band.x(middle), DAY.format(day));
            })
        .toList();
  }

  /** One lane a region. */
  List<Lane> ofRegions(List<Shift> shifts) {
    Map<String, List<Block>> lanes = new LinkedHashMap<>();
    shifts.stream().map(Shift::region).sorted().forEach(code -> lanes.put(code, new ArrayList<>()));
    shifts.forEach(
        shift -> lane(lanes, shift.region()).add(block(shift, isHeld(shift) ? "shift" : "empty")));
    return lanes(lanes);
  }

  /** One lane a person, and one for what nobody has. */
  List<Lane> ofPeople(List<Shift> shifts) {
    Map<String, List<Block>> lanes = new LinkedHashMap<>();
    for (Shift shift : shifts) {
      Stream.ofNullable(shift.primary())
          .forEach(person -> lane(lanes, name(person)).add(block(shift, "shift")));
      Stream.ofNullable(shift.secondary())
          .forEach(person -> lane(lanes, name(person)).add(block(shift, "second")));
    }
    for (Shift shift : shifts) {
      if (!isHeld(shift)) {
        lane(lanes, words.nobody()).add(block(shift, "empty"));
      }
    }
    return lanes(lanes);
  }

  private static List<Block> lane(Map<String, List<Block>> lanes, String name) {
    return lanes.computeIfAbsent(name, key -> new ArrayList<>());
  }

  private static List<Lane> lanes(Map<String, List<Block>> lanes) {
    return lanes.entrySet().stream()
        .map(lane -> new Lane(lane.getKey(), List.copyOf(lane.getValue())))
        .toList();
  }

  private static boolean isHeld(Shift shift) {
    return shift.primary() != null;
  }

  private static String name(@Nullable Person person) {
    return person == null ? "" : ForeignText.plain(person.name());
  }

  private Block block(Shift shift, String look) {
    String who = CalendarReading.people(shift, words.nobody());
    String when = times.between(shift.start(), shift.end(), Zones.orUtc(shift.zone())).text();
    return new Block(
        shift.id(),
        band.piece(shift.start(), shift.end()),
        look,
        words.block(shift.region(), who.isEmpty() ? words.nobody() : who, when));
  }
}
