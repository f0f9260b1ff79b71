package io.meridian.handoff.calendar.application.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.CalendarDocument.LeaveEntry;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Answer;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Outcome;
import io.meridian.handoff.calendar.application.file.TextFile;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A calendar into which a TAM's files are imported, without a database. */
final class ImportedCalendar {

  static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

  private final String zone;
  private CalendarDocument document;

  ImportedCalendar(String zone) {
    this.zone = zone;
    try (InputStream in = ImportedCalendar.class.getResourceAsStream("/fts-a.json")) {
      document = new ObjectMapper().readValue(in, CalendarDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file among the test's resources. */
  static byte[] file(String name) {
    try (InputStream in = ImportedCalendar.class.getResourceAsStream("/leave/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Imports a file in UTF-8. */
  List<Answer> take(String ics) {
    return take(ics.getBytes(StandardCharsets.UTF_8), null);
  }

  /** Imports a file; the calendar must be able to keep what comes of it. */
  List<Answer> take(byte[] octets, @Nullable String type) {
    TextFile file = TextFile.of(octets, type == null ? null : MediaType.valueOf(type));
    LeavePlan plan = LeavePlan.of(document, "tam-eva", NOW, Ics.read(zone, NOW, file, document));
    document = document.withLeaves(plan.leaves());
    document.calendar();
    return plan.answers();
  }

  List<Outcome> outcomes(byte[] octets) {
    return take(octets, null).stream().map(Answer::outcome).toList();
  }

  List<LeaveEntry> leaves() {
    return Objects.requireNonNull(document.leaves());
  }

  /** The first days of the leaves in the TAM's zone. */
  List<String> days() {
    return leaves().stream()
        .map(
            leave ->
                Instant.parse(Objects.requireNonNull(leave.start()))
                    .atZone(java.time.ZoneId.of(zone))
                    .toLocalDate()
                    .toString())
        .sorted()
        .toList();
  }
}
