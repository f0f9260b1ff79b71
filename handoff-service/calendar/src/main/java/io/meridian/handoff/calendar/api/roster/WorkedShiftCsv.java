package io.meridian.handoff.calendar.api.roster;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Worked shifts as RFC 4180, for spreadsheets. */
final class WorkedShiftCsv {

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "tam",
              "name",
              "region",
              "tier",
              "start_utc",
              "end_utc",
              "zone",
              "local_start",
              "local_end",
              "hours",
              "overlap_hours",
              "holiday",
              "pattern",
              "override",
              "shift")
          .get();

  private WorkedShiftCsv() {}

  static String write(List<WorkedShiftView> shifts) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (WorkedShiftView worked : shifts) {
        csv.printRecord(
            plain(worked.tam().id()),
            plain(worked.tam().name()),
            plain(worked.region()),
            worked.tier(),
            worked.start(),
            worked.end(),
            worked.zone(),
            worked.localStart(),
            worked.localEnd(),
            worked.hours(),
            worked.overlapHours(),
            plain(worked.holiday()),
            plain(worked.pattern()),
            plain(worked.override()),
            worked.shift());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Text that no spreadsheet runs as a formula (OWASP: CSV injection). */
  private static @Nullable String plain(@Nullable String text) {
    return text != null && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
