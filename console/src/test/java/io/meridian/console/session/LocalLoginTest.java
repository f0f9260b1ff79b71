package io.meridian.console.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalLoginTest {

  @ParameterizedTest(name = "provider {0}, production {1}")
  @CsvSource({"true, false", "false, true", "true, true"})
  void beside_a_provider_or_in_production_the_console_does_not_start(
      boolean provider, boolean production) {
    assertThatThrownBy(() -> LocalLogin.refuseBesideProduction(true, provider, production))
        .hasMessageContaining("anybody be anybody");
    assertThatCode(() -> LocalLogin.refuseBesideProduction(false, provider, production))
        .doesNotThrowAnyException();
  }

  @Test
  void on_the_local_stack_it_does() {
    assertThatCode(() -> LocalLogin.refuseBesideProduction(true, false, false))
        .doesNotThrowAnyException();
  }
}
