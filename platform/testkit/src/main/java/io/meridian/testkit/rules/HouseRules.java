package io.meridian.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every rule as a test. A service's {@code ArchitectureTest} is one {@code @TestFactory} that
 * returns {@code HouseRules.tests("io.meridian.thing")}.
 */
public final class HouseRules {
  private HouseRules() {}

  /** The rules over this package's production classes and the module's {@code src/main/java}. */
  public static Stream<DynamicTest> tests(String basePackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(basePackage);
    Sources sources = Sources.below(Path.of("src", "main", "java"));
    return Stream.concat(
        LayerRules.of(basePackage).entrySet().stream()
            .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> r.getValue().check(classes))),
        SourceRules.all().entrySet().stream()
            .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> holds(r.getValue(), sources))));
  }

  private static void holds(SourceRule rule, Sources sources) {
    List<String> violations = sources.files().stream().flatMap(rule::violations).toList();
    if (!violations.isEmpty()) {
      throw new AssertionError(String.join("\n", violations));
    }
  }
}
