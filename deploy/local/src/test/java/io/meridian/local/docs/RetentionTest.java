package io.meridian.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/operations.md says of each table for how long its rows are kept, or why for ever. */
class RetentionTest {
  private static final Path HOUSE = Path.of("../..");
  private static final Pattern TABLE = Pattern.compile("`([a-z_]+)`");

  /** Of the migrations themselves, and a view. */
  private static final Set<String> OF_NOBODY =
      Set.of("flyway_schema_history", "gap_rollup_recomputed");

  @Test
  void every_table_of_every_service_has_its_time() throws IOException {
    String text = Files.readString(HOUSE.resolve("docs/operations.md"));
    String chapter = text.substring(text.indexOf("## What is kept for how long"));
    Set<String> told =
        TABLE
            .matcher(chapter.substring(0, chapter.indexOf("\n## ")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    Set<String> tables = tables();
    assertThat(tables).hasSizeGreaterThan(60);
    assertThat(told).containsAll(tables);
  }

  /** As the snapshots of rights have them. */
  private static Set<String> tables() throws IOException {
    Set<String> tables = new TreeSet<>();
    for (String service : Set.of("customer", "escalation", "handoff", "metrics")) {
      Path grants = HOUSE.resolve(service + "-service/src/test/resources/grants.txt");
      Files.readAllLines(grants).forEach(line -> tables.add(line.substring(0, line.indexOf(':'))));
    }
    tables.removeAll(OF_NOBODY);
    return tables;
  }
}
