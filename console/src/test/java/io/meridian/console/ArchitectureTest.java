package io.meridian.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.meridian.testkit.rules.HouseRules;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  /** Here a resource is a screen and lives with its page. */
  private static final Set<String> OF_SERVICES = Set.of("resources are named so and live in api");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.meridian.console");

  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return HouseRules.tests("io.meridian.console")
        .filter(rule -> !OF_SERVICES.contains(rule.getDisplayName()));
  }

  @Test
  void it_knows_the_services_by_what_they_answer_only() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.meridian.events..",
            "io.meridian.runtime..",
            "io.meridian.rest..",
            "io.meridian.handoff..",
            "org.hibernate..",
            "java.sql..",
            "org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void pages_know_the_other_rooms_and_no_room_knows_pages() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.meridian.console.client..",
            "io.meridian.console.draw..",
            "io.meridian.console.live..",
            "io.meridian.console.session..",
            "io.meridian.console.time..",
            "io.meridian.console.text..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.meridian.console.page..")
        .check(CLASSES);
  }
}
