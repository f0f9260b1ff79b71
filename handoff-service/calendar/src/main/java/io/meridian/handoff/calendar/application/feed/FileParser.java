package io.meridian.handoff.calendar.application.feed;

import biweekly.ICalendar;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import io.meridian.handoff.calendar.application.file.ContentLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library's reading of one component, as if the file had no other: whatever goes wrong is of
 * this component.
 */
final class FileParser {

  private FileParser() {}

  /**
   * What was read.
   *
   * @param calendar one with this component; empty when the library fails at it
   * @param unread the names of the properties that it could not read
   */
  record Parsed(Optional<ICalendar> calendar, Set<String> unread) {}

  /**
   * Parses the lines of a component that are properties.
   *
   * @param header properties of the calendar that it is in
   * @param component from its BEGIN to its END
   */
  static Parsed parse(List<ContentLine> header, List<ContentLine> component) {
    String text =
        Stream.of(
                Stream.of("BEGIN:VCALENDAR"),
                header.stream().map(ContentLine::text),
                component.stream().filter(line -> line.value() != null).map(ContentLine::text),
                Stream.of("END:VCALENDAR", ""))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\r\n"));
    try (ICalReader reader = new ICalReader(text)) {
      reader.setGlobalTimezoneIdResolver(id -> null);
      Optional<ICalendar> calendar = Optional.ofNullable(reader.readNext());
      return new Parsed(
          calendar,
          reader.getWarnings().stream()
              .map(ParseWarning::getPropertyName)
              .filter(Objects::nonNull)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      // The library promises warnings, and throws what comes to hand where it did not foresee.
      return new Parsed(Optional.empty(), Set.of());
    }
  }
}
