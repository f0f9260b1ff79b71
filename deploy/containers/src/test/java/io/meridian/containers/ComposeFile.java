package io.meridian.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code deploy/compose/compose.yaml}, as far as it goes there: merged, its variables filled in.
 * Docker's own compose is in no package of this Debian, and a second drawing of the house would
 * prove nothing about the first.
 *
 * @see <a href="https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md">how
 *     variables are filled in</a>
 */
final class ComposeFile {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$|\\$\\{([A-Z_]+)(?:(:-|:\\?)([^}]*))?}");

  private final Path path;
  private final JsonNode services;

  private ComposeFile(Path path, JsonNode services) {
    this.path = path;
    this.services = services;
  }

  /**
   * The file with these variables.
   *
   * @param variables over those that the file has defaults for; of a missing one stands {@code ""}
   */
  static ComposeFile read(Path path, Map<String, String> variables) {
    try {
      // SnakeYAML merges what << names.
      Map<String, Object> merged =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
      String filled =
          VARIABLE
              .matcher(JsonMapper.builder().build().writeValueAsString(merged.get("services")))
              .replaceAll(found -> escaped(value(found, variables)));
      return new ComposeFile(path, JsonMapper.builder().build().readTree(filled));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(MatchResult found, Map<String, String> variables) {
    if (found.group(1) == null) {
      return "$";
    }
    String given = variables.get(found.group(1));
    String otherwise = ":-".equals(found.group(2)) ? found.group(3) : "";
    return given == null ? otherwise : given;
  }

  /** For the place inside a string of JSON, and inside a replacement. */
  private static String escaped(String value) {
    return java.util.regex.Matcher.quoteReplacement(
        value.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  /** The services that start without being asked for, and those of these profiles. */
  List<Service> services(String... profiles) {
    List<Service> started = new ArrayList<>();
    services
        .properties()
        .forEach(
            entry -> {
              List<String> its = words(entry.getValue().path("profiles"));
              if (its.isEmpty() || its.stream().anyMatch(List.of(profiles)::contains)) {
                started.add(service(entry.getKey()));
              }
            });
    return started;
  }

  /** One of them. */
  Service service(String name) {
    JsonNode node = services.path(name);
    if (node.isMissingNode()) {
      throw new IllegalArgumentException("no service " + name + " in " + path);
    }
    return new Service(name, node, path);
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  /** One service of the file. */
  record Service(String name, JsonNode node, Path file) {

    String image() {
      return node.path("image").asText();
    }

    List<String> command() {
      return words(node.path("command"));
    }

    Map<String, String> environment() {
      Map<String, String> environment = new LinkedHashMap<>();
      node.path("environment")
          .properties()
          .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
      return environment;
    }

    boolean isReadOnly() {
      return node.path("read_only").asBoolean();
    }

    /** By path, with options as the engine reads them. */
    Map<String, String> tmpfs() {
      Map<String, String> tmpfs = new LinkedHashMap<>();
      for (String mount : words(node.path("tmpfs"))) {
        String[] parts = mount.split(":", 2);
        tmpfs.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
      return tmpfs;
    }

    List<String> droppedCapabilities() {
      return words(node.path("cap_drop"));
    }

    List<String> securityOptions() {
      return words(node.path("security_opt"));
    }

    /** Bytes; 0 without a limit. */
    long memory() {
      String limit = node.path("mem_limit").asText("0m");
      return Long.parseLong(limit.substring(0, limit.length() - 1)) << 20;
    }

    /** {@code CMD …}; empty where nothing is asked. */
    List<String> healthCheck() {
      return words(node.at("/healthcheck/test"));
    }

    /** Whether it ends by itself, since somebody waits for its end. */
    boolean isTask() {
      return node.path("restart").asText().equals("on-failure");
    }

    List<String> dependencies() {
      List<String> names = new ArrayList<>();
      node.path("depends_on").fieldNames().forEachRemaining(names::add);
      return names;
    }

    /** Named volumes: name to path. */
    Map<String, String> volumes() {
      Map<String, String> volumes = new LinkedHashMap<>();
      words(node.path("volumes")).stream()
          .filter(mount -> !mount.startsWith("."))
          .map(mount -> mount.split(":", 2))
          .forEach(parts -> volumes.put(parts[0], parts[1]));
      return volumes;
    }

    /** Files beside the compose file that it sees: file to path. */
    Map<Path, String> files() {
      Map<Path, String> files = new LinkedHashMap<>();
      words(node.path("volumes")).stream()
          .filter(mount -> mount.startsWith("."))
          .map(mount -> mount.split(":", 3))
          .forEach(parts -> files.put(beside(parts[0]), parts[1]));
      return files;
    }

    private Path beside(String name) {
      return Objects.requireNonNull(file.toAbsolutePath().getParent()).resolve(name).normalize();
    }

    /** The port inside that is open to the machine; 0 where none is. */
    int openPort() {
      List<String> ports = words(node.path("ports"));
      return ports.isEmpty()
          ? 0
          : Integer.parseInt(ports.getFirst().substring(ports.getFirst().lastIndexOf(':') + 1));
    }
  }
}
