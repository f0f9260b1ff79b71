package io.meridian.local.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of figures: those that queries ask for, and those that a scrape shows. */
public final class Figures {

  private static final Path CHART = Path.of("../chart/meridian");
  private static final Pattern NO_FIGURE =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]|\\b(?:by|without|on|ignoring) *\\([^)]*\\)|\\boffset \\w+");
  private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][\\w:]*(?! *\\()\\b");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

  private Figures() {}

  /** What the chart's alerts and dashboards ask for; {@code up} is Prometheus' own. */
  public static Set<String> asked() throws IOException {
    Set<String> asked = new TreeSet<>();
    YAMLMapper yaml = new YAMLMapper();
    collect(yaml, CHART.resolve("rules/meridian.yaml"), asked);
    try (Stream<Path> dashboards = Files.list(CHART.resolve("dashboards"))) {
      for (Path dashboard : dashboards.toList()) {
        collect(JsonMapper.builder().build(), dashboard, asked);
      }
    }
    asked.remove("up");
    return asked;
  }

  private static void collect(ObjectMapper mapper, Path file, Set<String> asked)
      throws IOException {
    for (String query : mapper.readTree(file.toFile()).findValuesAsText("expr")) {
      asked.addAll(in(query));
    }
  }

  /** Those that a query asks for. */
  static Set<String> in(String query) {
    Matcher words = WORD.matcher(NO_FIGURE.matcher(query).replaceAll(" "));
    return words
        .results()
        .map(word -> word.group())
        .filter(word -> !OPERATORS.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that the services of a stack show now. */
  public static Set<String> shownBy(PortPlan ports) throws IOException, InterruptedException {
    Set<String> shown = new TreeSet<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (Part service : Part.SERVICES) {
        URI metrics =
            URI.create("http://127.0.0.1:" + ports.managementPort(service) + "/q/metrics");
        HttpRequest scrape = HttpRequest.newBuilder(metrics).build();
        shown.addAll(shown(client.send(scrape, HttpResponse.BodyHandlers.ofString()).body()));
      }
    }
    return shown;
  }

  /** Those that a scrape shows. */
  static Set<String> shown(String scrape) {
    return scrape
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
