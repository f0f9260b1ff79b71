package io.meridian.runtime;

import io.meridian.testkit.rules.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return HouseRules.tests("io.meridian.runtime")
        .filter(rule -> !rule.getDisplayName().equals("time is injected")); // from here
  }
}
