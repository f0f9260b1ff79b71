package io.meridian.handoff.calendar.application.feed;

import io.meridian.handoff.calendar.application.Csv;
import io.meridian.handoff.calendar.domain.TimeZones;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Time zones by the names that Windows has for them, as the table {@code windowsZones} of the
 * Unicode CLDR reads them where no territory is told.
 */
final class WindowsZones {

  private static final Map<String, String> NAMES = names();

  private WindowsZones() {}

  /** The zone that Windows calls so; empty when it calls none so. */
  static Optional<ZoneId> named(String name) {
    return Optional.ofNullable(NAMES.get(name)).flatMap(TimeZones::named);
  }

  static Map<String, String> names() {
    try (InputStream table = WindowsZones.class.getResourceAsStream("/windows-zones.csv")) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return Csv.rows(text).stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.cell(0), row -> row.cell(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
