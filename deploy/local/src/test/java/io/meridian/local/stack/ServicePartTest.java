package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServicePartTest {

  @Test
  void a_setting_has_the_environment_variable_that_the_framework_looks_for() {
    assertThat(ServicePart.variable("quarkus.datasource.jdbc.url"))
        .isEqualTo("QUARKUS_DATASOURCE_JDBC_URL");
    assertThat(ServicePart.variable("meridian.sealing.keys")).isEqualTo("MERIDIAN_SEALING_KEYS");
  }
}
