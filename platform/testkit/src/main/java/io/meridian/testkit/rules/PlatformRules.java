package io.meridian.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules of a shared room: it stays small and knows nothing of the business. */
public final class PlatformRules {
  /** A room with more holds two subjects; HTTP alone brought the web's to forty-one. */
  private static final int TYPES_BELOW = 50;

  private static final Pattern BUSINESS =
      Pattern.compile("(?i)(customer|escalation|handoff|(?<!left|right)shift)");

  private PlatformRules() {}

  /** The house rules of the package, and those of a shared room on top. */
  public static Stream<DynamicTest> tests(String basePackage) {
    return Stream.concat(
        HouseRules.tests(basePackage),
        Stream.of(
            DynamicTest.dynamicTest("fewer than fifty types", () -> staysSmall(basePackage)),
            DynamicTest.dynamicTest("no business word", PlatformRules::knowsNoBusiness)));
  }

  /** Whether the line names the business; a comment does not count. */
  static boolean namesTheBusiness(String line) {
    String code = line.replaceFirst("/\\*\\*.*\\*/", "").replaceFirst("//.*", "");
    return !line.strip().startsWith("*") && BUSINESS.matcher(code).find();
  }

  private static void staysSmall(String basePackage) {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(basePackage)
                    .stream()
                    .filter(JavaClass::isTopLevelClass)
                    .filter(type -> !type.getSimpleName().equals("package-info")))
        .hasSizeLessThan(TYPES_BELOW);
  }

  private static void knowsNoBusiness() {
    Sources sources = Sources.below(Path.of("src", "main", "java"));
    assertThat(sources.files().stream().flatMap(PlatformRules::businessLines)).isEmpty();
  }

  private static Stream<String> businessLines(Sources.SourceFile file) {
    return IntStream.range(0, file.lines().size())
        .filter(i -> namesTheBusiness(file.lines().get(i)))
        .mapToObj(i -> file.path() + ":" + (i + 1) + " " + file.lines().get(i).strip());
  }
}
