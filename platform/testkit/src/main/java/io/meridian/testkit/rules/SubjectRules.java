package io.meridian.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A service of several subjects is laid out by subject first: each is a package of its own with its
 * own layers, and knows only the subjects below it.
 */
public final class SubjectRules {
  private SubjectRules() {}

  /**
   * The rules over this package's production classes, each as a test.
   *
   * @param subjects names of the packages below the base package, the topmost first; all there are
   */
  public static Stream<DynamicTest> tests(String basePackage, List<String> subjects) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(basePackage);
    return of(basePackage, subjects).entrySet().stream()
        .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> r.getValue().check(classes)));
  }

  /** The rules by what they demand. */
  static Map<String, ArchRule> of(String basePackage, List<String> subjects) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    for (int i = 1; i < subjects.size(); i++) {
      List<String> above = subjects.subList(0, i);
      rules.put(
          subjects.get(i) + " knows nothing of " + String.join(", ", above),
          noClasses()
              .that()
              .resideInAPackage(below(basePackage, subjects.get(i)))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(packages(basePackage, above)));
    }
    rules.put(
        "subjects go round in no circle",
        slices().matching(basePackage + ".(*)..").should().beFreeOfCycles());
    rules.put(
        "every class belongs to a subject",
        classes()
            .that()
            .resideInAPackage(basePackage + ".*..")
            .should()
            .resideInAnyPackage(packages(basePackage, subjects)));
    return rules;
  }

  private static String[] packages(String basePackage, List<String> subjects) {
    return subjects.stream().map(subject -> below(basePackage, subject)).toArray(String[]::new);
  }

  private static String below(String basePackage, String subject) {
    return basePackage + "." + subject + "..";
  }
}
