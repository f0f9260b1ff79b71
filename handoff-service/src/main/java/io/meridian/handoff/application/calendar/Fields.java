package io.meridian.handoff.application.calendar;

import io.meridian.runtime.problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text fields of a document. What cannot be read is noted under its pointer and some
 * value stands in for it; who has noted violations must not use what was read.
 */
final class Fields {

  private static final int TEXT_MAX = 200;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final List<Violation> violations = new ArrayList<>();

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  void refuse(String pointer, String code, String detail) {
    violations.add(new Violation(pointer, code, detail));
  }

  /** A required text of 1 to 200 characters that are not blanks alone. */
  String text(String pointer, @Nullable String value) {
    if (value == null || value.isBlank()) {
      refuse(pointer, "required", "must be given");
      return "";
    }
    if (value.length() > TEXT_MAX) {
      refuse(pointer, "too-long", "must have at most " + TEXT_MAX + " characters");
    }
    return value;
  }

  /** A text that may be absent. */
  @Nullable String optionalText(String pointer, @Nullable String value) {
    return value == null ? null : text(pointer, value);
  }

  /** An IANA zone id. */
  ZoneId zone(String pointer, @Nullable String value) {
    String id = text(pointer, value);
    if (ZONES.contains(id)) {
      return ZoneId.of(id);
    }
    if (!id.isEmpty()) {
      refuse(pointer, "unknown-zone", "'" + id + "' is no IANA time zone");
    }
    return ZoneOffset.UTC;
  }

  LocalTime time(String pointer, @Nullable String value) {
    LocalTime time =
        parse(pointer, value, LocalTime::parse, LocalTime.MIN, "invalid-time", "a time as 09:00");
    if (time.getNano() != 0) {
      refuse(pointer, "too-precise", "must be in whole seconds");
    }
    return time;
  }

  LocalDate date(String pointer, @Nullable String value) {
    return parse(
        pointer, value, LocalDate::parse, LocalDate.EPOCH, "invalid-date", "a date as 2026-01-31");
  }

  LocalDateTime wallTime(String pointer, @Nullable String value) {
    LocalDateTime wall =
        parse(
            pointer,
            value,
            LocalDateTime::parse,
            LocalDate.EPOCH.atStartOfDay(),
            "invalid-time",
            "a wall time as 2026-01-31T09:00");
    if (wall.getNano() != 0) {
      refuse(pointer, "too-precise", "must be in whole seconds");
    }
    return wall;
  }

  Instant instant(String pointer, @Nullable String value) {
    Instant instant =
        parse(
            pointer,
            value,
            Instant::parse,
            Instant.EPOCH,
            "invalid-instant",
            "an instant as 2026-01-31T09:00:00Z");
    if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
      refuse(pointer, "too-precise", "must be in whole milliseconds");
    }
    return instant;
  }

  /** The constant of that name, {@code absent} when no name is given. */
  <E extends Enum<E>> E choice(
      String pointer, @Nullable String value, Class<E> type, @Nullable E absent) {
    if (value == null && absent != null) {
      return absent;
    }
    String name = text(pointer, value);
    E[] choices = type.getEnumConstants();
    for (E choice : choices) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    if (!name.isEmpty()) {
      refuse(pointer, "unknown-value", "must be one of " + Arrays.toString(choices));
    }
    return choices[0];
  }

  /** Every item of a list, read under its own pointer; absent lists are empty. */
  <T extends @Nullable Object, R> List<R> each(
      String pointer, @Nullable List<T> items, BiFunction<String, T, R> read) {
    List<R> result = new ArrayList<>();
    if (items != null) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) == null) {
          refuse(pointer + "/" + i, "required", "must not be null");
        } else {
          result.add(read.apply(pointer + "/" + i, items.get(i)));
        }
      }
    }
    return result;
  }

  private <T> T parse(
      String pointer,
      @Nullable String value,
      Function<String, T> parse,
      T standIn,
      String code,
      String expected) {
    String given = text(pointer, value);
    try {
      return given.isEmpty() ? standIn : parse.apply(given);
    } catch (DateTimeException e) {
      refuse(pointer, code, "must be " + expected);
      return standIn;
    }
  }
}
