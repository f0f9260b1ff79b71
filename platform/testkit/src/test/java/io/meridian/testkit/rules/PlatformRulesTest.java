package io.meridian.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"class ShiftTimer {", "openEscalations()", "handoffs", "Customer c", "a / shift"})
  void a_business_word_in_code_is_found(String line) {
    assertThat(PlatformRules.namesTheBusiness(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" * of a shift", "int n; // of a shift", "bits.leftShift(2)"})
  void comments_and_bit_shifts_are_not(String line) {
    assertThat(PlatformRules.namesTheBusiness(line)).isFalse();
  }
}
