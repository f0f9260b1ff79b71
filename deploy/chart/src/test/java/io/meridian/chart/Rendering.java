package io.meridian.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The chart as Helm renders it for one of the sets of values in {@code src/test/resources/values}.
 */
record Rendering(String set, String yaml) {

  static final Path CHART = Path.of("meridian");
  static final Path HOUSE = Path.of("../..");

  /** As the annotation helm.sh/hook is called in what is rendered here. */
  static final String HOOK = "meridian.test/hook";

  private static final Path VALUES = Path.of("src/test/resources/values");
  private static final Path UNHOOKED = unhooked();
  private static final Map<String, Rendering> RENDERED = new ConcurrentHashMap<>();

  /** Names of all sets, for parameterized tests. */
  static Stream<String> sets() {
    try (Stream<Path> files = Files.list(VALUES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rendering of(String set) {
    return RENDERED.computeIfAbsent(set, name -> new Rendering(name, command(name).call()));
  }

  /** The command that renders a set; further values may be set on it. */
  static TemplateCommand command(String set) {
    return new Helm(UNHOOKED)
        .template()
        .withKubeVersion("1.25.0") // the oldest that the chart is for
        .withName("meridian")
        .withNamespace("support")
        .withValuesFile(VALUES.resolve(set + ".yaml"));
  }

  /** Helm's library renders nothing that is a hook: a copy of the chart in which nothing is. */
  private static Path unhooked() {
    Path copy = Path.of("target/unhooked");
    try (Stream<Path> files = Files.walk(CHART)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(CHART.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.writeString(to, Files.readString(file).replace("helm.sh/hook:", HOOK + ":"));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every document, typed as Kubernetes, Strimzi or the Prometheus operator has it. */
  List<String> documents() {
    return Arrays.stream(yaml.split("(?m)^---.*$"))
        .filter(document -> document.contains("kind:"))
        .toList();
  }

  List<GenericKubernetesResource> resources() {
    return documents().stream()
        .map(document -> Serialization.unmarshal(document, GenericKubernetesResource.class))
        .toList();
  }

  /** Those of one kind, as {@code type} has it. */
  <T> List<T> all(Class<T> type) {
    return documents().stream()
        .filter(document -> document.contains("\nkind: " + type.getSimpleName() + "\n"))
        .map(document -> Serialization.unmarshal(document, type))
        .toList();
  }

  /** One of a kind, by its name. */
  <T extends io.fabric8.kubernetes.api.model.HasMetadata> T one(Class<T> type, String name) {
    return all(type).stream()
        .filter(resource -> resource.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
  }
}
