package io.meridian.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @Test
  void a_name_and_a_port_are_an_address() {
    assertThat(Address.parse("handoff-service:8080"))
        .isEqualTo(new Address("handoff-service", 8080));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":8080", "host", "host:", "host:0", "host:65536", "host:http"})
  void anything_else_is_none(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
  }
}
