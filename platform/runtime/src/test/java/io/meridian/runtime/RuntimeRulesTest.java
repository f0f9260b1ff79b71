package io.meridian.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.meridian.testkit.rules.LayerRules;
import io.meridian.testkit.rules.SourceRules;
import io.meridian.testkit.rules.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared room stays small and knows nothing of the business. */
class RuntimeRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.meridian.runtime");
  private static final Sources SOURCES = Sources.below(Path.of("src", "main", "java"));
  private static final Pattern BUSINESS =
      Pattern.compile("(?i)(customer|escalation|handoff|(?<!left|right)shift)");

  static Stream<String> sourceRules() {
    return SourceRules.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("sourceRules")
  void the_source_rules_hold(String rule) {
    assertThat(SOURCES.files().stream().flatMap(SourceRules.all().get(rule)::violations)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names say what a class does",
        "nothing is injected into fields",
        "transactions are explicit"
      })
  void the_rules_on_classes_hold(String rule) {
    LayerRules.of("io.meridian.runtime").get(rule).check(CLASSES);
  }

  @Test
  void it_shows_fewer_than_forty_types() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
        .hasSizeLessThan(40);
  }

  @Test
  void no_code_names_the_business() {
    assertThat(SOURCES.files().stream().flatMap(RuntimeRulesTest::businessWords)).isEmpty();
  }

  @Test
  void the_business_words_would_be_found() {
    assertThat(List.of("class ShiftTimer {", "openEscalations()", "handoffs", "Customer c"))
        .allMatch(line -> BUSINESS.matcher(line).find());
  }

  private static Stream<String> businessWords(Sources.SourceFile file) {
    return IntStream.range(0, file.lines().size())
        .filter(i -> !file.lines().get(i).strip().startsWith("*"))
        .filter(i -> BUSINESS.matcher(withoutComment(file.lines().get(i))).find())
        .mapToObj(i -> file.path() + ":" + (i + 1) + " " + file.lines().get(i).strip());
  }

  private static String withoutComment(String line) {
    return line.replaceFirst("/\\*\\*.*\\*/", "").replaceFirst("//.*", "");
  }
}
