package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.TimeZones;
import io.meridian.rest.problem.Violation;
import io.meridian.rest.text.OneLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text fields of a document. What cannot be read is noted under its pointer and some
 * value stands in for it; who has noted violations must not use what was read.
 */
final class Fields {

  private static final int TEXT_MAX = 200;
  private static final ValueRange YEARS = ValueRange.of(1, 9999);

  private final List<Violation> violations = new ArrayList<>();

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  void refuse(String pointer, String code, String detail) {
    violations.add(new Violation(pointer, code, detail));
  }

  /** A required line of 1 to 200 characters that are not blanks alone: an id, a name, a value. */
  String text(String pointer, @Nullable String value) {
    String text = anyText(pointer, value);
    OneLine.fault(text).ifPresent(fault -> refuse(pointer, "malformed", fault));
    return text;
  }

  private String anyText(String pointer, @Nullable String value) {
    if (value == null || value.isBlank()) {
      refuse(pointer, "required", "must be given");
      return "";
    }
    if (value.codePointCount(0, value.length()) > TEXT_MAX) {
      refuse(pointer, "too-long", "must have at most " + TEXT_MAX + " characters");
    }
    return value;
  }

  /** A remark for people, which may have several lines, or be absent. */
  @Nullable String remark(String pointer, @Nullable String value) {
    return value == null ? null : anyText(pointer, value);
  }

  /** A line that may be absent. */
  @Nullable String optionalText(String pointer, @Nullable String value) {
    return value == null ? null : text(pointer, value);
  }

  /** A zone by its name in the time-zone database. */
  ZoneId zone(String pointer, @Nullable String value) {
    String name = text(pointer, value);
    Optional<ZoneId> zone = TimeZones.named(name);
    if (zone.isEmpty() && !name.isEmpty()) {
      refuse(
          pointer,
          "unknown-zone",
          "'" + name + "' is not in the time-zone database of IANA; write a zone as Europe/Berlin");
    }
    return zone.orElse(ZoneOffset.UTC);
  }

  /** A time of day in whole seconds. */
  LocalTime time(String pointer, @Nullable String value) {
    return parse(pointer, value, LocalTime::parse, LocalTime.MIN, "a time as 09:00");
  }

  /** A date of the years 1 to 9999. */
  LocalDate date(String pointer, @Nullable String value) {
    return parse(pointer, value, LocalDate::parse, LocalDate.EPOCH, "a date as 2026-01-31");
  }

  /** A wall time of the years 1 to 9999, in whole seconds. */
  LocalDateTime wallTime(String pointer, @Nullable String value) {
    LocalDateTime epoch = LocalDate.EPOCH.atStartOfDay();
    return parse(pointer, value, LocalDateTime::parse, epoch, "a wall time as 2026-01-31T09:00");
  }

  /** An instant of the years 1 to 9999, read to the second's thousandth. */
  Instant instant(String pointer, @Nullable String value) {
    return parse(
            pointer,
            value,
            text -> Instant.parse(text).truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC),
            Instant.EPOCH.atOffset(ZoneOffset.UTC),
            "an instant as 2026-01-31T09:00:00Z")
        .toInstant();
  }

  /** A number in a range, {@code absent} when none is given. */
  int number(String pointer, @Nullable Integer value, int least, int most, int absent) {
    int number = value == null ? absent : value;
    if (number < least || number > most) {
      refuse(pointer, "out-of-range", "must be between " + least + " and " + most);
      return absent;
    }
    return number;
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
  <T, R> List<R> each(String pointer, @Nullable List<T> items, BiFunction<String, T, R> read) {
    List<R> result = new ArrayList<>();
    if (items != null) {
      for (int i = 0; i < items.size(); i++) {
        result.add(read.apply(pointer + "/" + i, items.get(i)));
      }
    }
    return result;
  }

  private <T extends TemporalAccessor> T parse(
      String pointer,
      @Nullable String value,
      Function<String, T> parse,
      T standIn,
      String expected) {
    String given = text(pointer, value);
    try {
      return given.isEmpty() ? standIn : checked(pointer, parse.apply(given));
    } catch (DateTimeException e) {
      refuse(pointer, "malformed", "must be " + expected);
      return standIn;
    }
  }

  private <T extends TemporalAccessor> T checked(String pointer, T value) {
    if (value.isSupported(ChronoField.YEAR)
        && !YEARS.isValidIntValue(value.get(ChronoField.YEAR))) {
      refuse(pointer, "out-of-range", "must be in the years 1 to 9999");
    }
    if (!value.isSupported(ChronoField.OFFSET_SECONDS)
        && value.isSupported(ChronoField.NANO_OF_SECOND)
        && value.get(ChronoField.NANO_OF_SECOND) != 0) {
      refuse(pointer, "too-precise", "must be in whole seconds");
    }
    return value;
  }
}
