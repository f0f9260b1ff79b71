package io.meridian.handoff;

import io.meridian.testkit.rules.HouseRules;
import io.meridian.testkit.rules.SubjectRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return HouseRules.tests("io.meridian.handoff");
  }

  @TestFactory
  Stream<DynamicTest> subjects_know_only_those_below_them() {
    return SubjectRules.tests(
        "io.meridian.handoff",
        List.of(
            "messaging",
            "notification",
            "access",
            "overview",
            "watch",
            "handoff",
            "ledger",
            "duty",
            "person",
            "calendar"));
  }
}
