package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A variable that no service reads would be a wish that nobody hears. */
class SettingsTest {

  private static final List<String> SERVICES =
      List.of("customer", "escalation", "handoff", "metrics");

  /**
   * Of the libraries, which the services use as they are; Kafka's client reads KAFKA_ and its
   * settings.
   */
  private static final Set<String> OF_LIBRARIES =
      Set.of(
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_DATASOURCE_REACTIVE_URL",
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_DATASOURCE_PASSWORD",
          "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE",
          "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM",
          "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM",
          "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
          "MP_JWT_VERIFY_AUDIENCES",
          "MP_JWT_VERIFY_ISSUER",
          "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
          "SMALLRYE_JWT_TIME_TO_LIVE",
          "QUARKUS_OTEL_SDK_DISABLED",
          "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
          "KAFKA_BOOTSTRAP_SERVERS",
          "KAFKA_SECURITY_PROTOCOL",
          "KAFKA_SASL_MECHANISM",
          "KAFKA_SASL_JAAS_CONFIG",
          "KAFKA_SSL_TRUSTSTORE_TYPE",
          "KAFKA_SSL_TRUSTSTORE_LOCATION");

  @ParameterizedTest
  @MethodSource("io.meridian.chart.Rendering#sets")
  void every_variable_is_a_setting_that_the_service_knows(String set) throws IOException {
    for (String service : SERVICES) {
      Set<String> known = new HashSet<>(OF_LIBRARIES);
      Settings.of(service).forEach(setting -> known.add(Settings.variable(setting)));

      assertThat(variables(set, service)).isNotEmpty().isSubsetOf(known).doesNotHaveDuplicates();
    }
  }

  @Test
  void what_some_services_need_is_told_to_them_alone() {
    assertThat(SERVICES)
        .filteredOn(one -> variables("least", one).contains("MERIDIAN_SEALING_KEYS"))
        .containsExactly("escalation", "handoff");
    assertThat(SERVICES)
        .filteredOn(one -> variables("ingress", one).contains("MERIDIAN_NOTIFICATIONS_SMTP_HOST"))
        .containsExactly("handoff");
  }

  @Test
  void spans_are_made_only_where_a_collector_is_named() {
    assertThat(SERVICES)
        .allMatch(one -> variables("monitored", one).contains("QUARKUS_OTEL_SDK_DISABLED"))
        .noneMatch(one -> variables("ingress", one).contains("QUARKUS_OTEL_SDK_DISABLED"));
  }

  @Test
  void passwords_come_from_secrets() {
    List<EnvVar> written =
        Rendering.sets()
            .flatMap(set -> Rendering.of(set).all(Deployment.class).stream())
            .flatMap(one -> one.getSpec().getTemplate().getSpec().getContainers().stream())
            .flatMap(container -> container.getEnv().stream())
            .filter(variable -> variable.getName().matches(".*(PASSWORD|SECRET|KEY|JAAS_CONFIG)"))
            .toList();

    assertThat(written)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            variable ->
                assertThat(variable.getValueFrom().getSecretKeyRef().getName()).isNotBlank());
  }

  @Test
  void nested_settings_are_read_with_their_path() {
    Set<String> known = new HashSet<>();
    Settings.read(
        """
        @ConfigMapping(prefix = "meridian.post")
        interface PostConfig {
          /** By whom. */
          Smtp smtp();

          Optional<List<String>> allowedHosts();

          interface Smtp {
            @WithDefault("587")
            int startTls();
          }
        }
        """,
        known);

    assertThat(known)
        .containsExactlyInAnyOrder("meridian.post.allowed-hosts", "meridian.post.smtp.start-tls");
  }

  private static List<String> variables(String set, String service) {
    return Rendering.of(set)
        .one(Deployment.class, "meridian-" + service)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getEnv()
        .stream()
        .map(EnvVar::getName)
        .collect(Collectors.toList());
  }
}
