package io.meridian.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of our own that a service knows: read from its sources, {@code meridian.…}. */
final class Settings {

  private static final Pattern PREFIX =
      Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)");
  private static final Pattern OPENS = Pattern.compile("^\\s*(?:public )?interface (\\w+) \\{");
  private static final Pattern SETTING = Pattern.compile("^\\s+([\\w.]+(?:<.*>)?) (\\w+)\\(\\);");
  private static final Pattern SINGLE =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"([a-z.-]+)\"");

  private Settings() {}

  /** Of a module and what it is built on, e.g. {@code meridian.notifications.smtp.start-tls}. */
  static Set<String> of(String service) throws IOException {
    Set<String> known = new HashSet<>();
    List<String> modules =
        new ArrayList<>(
            List.of("platform/runtime", "platform/rest", "platform/audit", service + "-service"));
    String models = models(service);
    for (String library : List.of("kubernetes", "seal")) {
      if (models.contains("<artifactId>meridian-" + library + "</artifactId>")) {
        modules.add("platform/" + library);
      }
    }
    for (String module : modules) {
      Path sources = Rendering.HOUSE.resolve(module);
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(Settings::isSource).toList()) {
          read(Files.readString(file), known);
        }
      }
    }
    return known;
  }

  /** Its project model, and those of its parts. */
  private static String models(String service) throws IOException {
    StringBuilder models = new StringBuilder();
    try (Stream<Path> files = Files.walk(Rendering.HOUSE.resolve(service + "-service"), 2)) {
      for (Path file : files.filter(f -> f.endsWith("pom.xml")).toList()) {
        models.append(Files.readString(file));
      }
    }
    return models.toString();
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && file.toString().contains("/src/main/");
  }

  static void read(String source, Set<String> known) {
    SINGLE.matcher(source).results().forEach(one -> known.add(one.group(1)));
    Matcher prefix = PREFIX.matcher(source);
    if (!prefix.find()) {
      return;
    }
    Map<String, Map<String, String>> interfaces = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    String outermost = "";
    for (String line : source.lines().toList()) {
      Matcher opens = OPENS.matcher(line);
      Matcher setting = SETTING.matcher(line);
      if (opens.find()) {
        open.push(opens.group(1));
        outermost = outermost.isEmpty() ? opens.group(1) : outermost;
      } else if (line.strip().equals("}") && line.indexOf('}') == 2 * (open.size() - 1)) {
        open.pop();
      } else if (setting.find()) {
        interfaces
            .computeIfAbsent(open.element(), name -> new HashMap<>())
            .put(setting.group(2), setting.group(1));
      }
    }
    add(prefix.group(1), outermost, interfaces, known);
  }

  private static void add(
      String prefix, String of, Map<String, Map<String, String>> interfaces, Set<String> known) {
    interfaces
        .getOrDefault(of, Map.of())
        .forEach(
            (name, type) -> {
              String setting = prefix + "." + kebab(name);
              if (interfaces.containsKey(type)) {
                add(setting, type, interfaces, known);
              } else {
                known.add(setting);
              }
            });
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The environment variable that stands for a setting. */
  static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
