package io.meridian.local.replay;

import io.meridian.local.stack.StackRefusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * An exported incident log: CSV with a header, gzipped or not.
 *
 * @param path where it lies
 */
record ExportFile(Path path) {

  private static final List<String> NEEDED =
      List.of("number", "ident_state", "sys_mod_count", "sys_updated_at", "priority");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
          .get();

  /** How many rows it has, the header not counted. */
  long rows() throws IOException {
    try (BufferedReader reader = open()) {
      return Math.max(0, reader.lines().count() - 1);
    }
  }

  /** Hands over the rows in their order. */
  void forEach(Consumer<CSVRecord> consumer) throws IOException {
    try (BufferedReader reader = open();
        CSVParser parser = FORMAT.parse(reader)) {
      if (!parser.getHeaderNames().containsAll(NEEDED)) {
        throw new StackRefusal(path + " is no incident log: it needs the columns " + NEEDED);
      }
      parser.forEach(consumer);
    }
  }

  private BufferedReader open() throws IOException {
    if (!Files.isReadable(path)) {
      throw new StackRefusal("cannot read " + path);
    }
    InputStream bytes = Files.newInputStream(path);
    boolean zipped = path.toString().endsWith(".gz");
    return new BufferedReader(
        new InputStreamReader(
            zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8),
        1 << 16);
  }
}
