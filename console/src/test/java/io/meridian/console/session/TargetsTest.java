package io.meridian.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/handoffs/1", "/escalations?severity=SEV1"})
  void a_login_returns_to_a_page_of_ours(String address) {
    assertThat(Targets.own(address)).hasValueSatisfying(to -> assertThat(to).hasToString(address));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "shift",
        "/a\nb",
        "/ //x",
        "/%"
      })
  void it_returns_to_no_other_place(String address) {
    assertThat(Targets.own(address)).isEmpty();
  }
}
