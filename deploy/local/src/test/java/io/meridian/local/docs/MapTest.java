package io.meridian.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in docs/architecture.md leads to classes that are there. */
class MapTest {
  private static final Path HOUSE = Path.of("../..");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

  @Test
  void every_class_that_the_map_names_is_there() throws IOException {
    Set<String> known = sources();
    List<String> named =
        rows().stream()
            .flatMap(row -> CLASS.matcher(row).results())
            .map(match -> match.group(1))
            .toList();
    assertThat(named).hasSizeGreaterThan(20).allMatch(known::contains);
  }

  @Test
  void the_map_knows_every_errand_of_a_newcomer() throws IOException {
    assertThat(rows())
        .extracting(row -> row.split("\\|")[1].strip())
        .contains(
            "a channel",
            "a ticketing system",
            "a metric",
            "a gap cause",
            "an event",
            "an endpoint",
            "a timer",
            "a notification kind",
            "an aggregate that people edit");
  }

  /** The rows of the table below its heading, without head and line. */
  private static List<String> rows() throws IOException {
    String text = Files.readString(HOUSE.resolve("docs/architecture.md"));
    String chapter = text.substring(text.indexOf("## To add"));
    return chapter
        .substring(0, chapter.indexOf("\n## ", 1))
        .lines()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }

  private static Set<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(HOUSE)) {
      return files
          .map(Path::toString)
          .filter(path -> path.endsWith(".java") && !path.contains("/target/"))
          .map(path -> path.substring(path.lastIndexOf('/') + 1, path.length() - 5))
          .collect(Collectors.toSet());
    }
  }
}
