package io.meridian.seal;

import io.meridian.testkit.rules.PlatformRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> the_rules_of_a_shared_room_hold() {
    return PlatformRules.tests("io.meridian.seal");
  }
}
