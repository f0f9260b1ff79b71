package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @Test
  void helm_has_nothing_against_it() {
    LintResult lint = new Helm(Rendering.CHART).lint().strict().call();

    assertThat(lint.isFailed()).as(String.valueOf(lint.getMessages())).isFalse();
  }

  /** Written anew with {@code -Dmeridian.snapshots=write}. */
  @ParameterizedTest
  @MethodSource("io.meridian.chart.Rendering#sets")
  void a_set_of_values_asks_for_what_was_reviewed(String set) throws IOException {
    String asked =
        Rendering.of(set).resources().stream()
            .map(one -> one.getKind() + " " + one.getMetadata().getName())
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    Path golden = GOLDEN.resolve(set + ".txt");
    if ("write".equals(System.getProperty("meridian.snapshots"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, asked);
    }

    assertThat(asked).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @CsvSource({
    "defaults.replicas, many",
    "defaults.replica, 2",
    "services.handoff.replicas, -1",
    "services.reach.replicas, 1",
    "kafka.security.protocol, TLS",
    "kafka.bootstrapServers, kafka",
    "kafka.topics.replication, 0",
    "jwt.jwksUrl, login.example.com/keys",
    "databases.cloudnative.storage, much",
    "monitoring.serviceMonitor.interval, often",
    "securityContext.runAsNonRoot, false",
    "leadership.by, database",
    "leadership.leaseDuration, 2S",
    "networkPolicy.apiServerPorts, 443",
  })
  void a_value_that_means_nothing_is_refused_by_the_schema(String value, String set) {
    assertThatThrownBy(() -> Rendering.command("least").set(value, set).call())
        .hasMessageContaining("values don't meet the specifications of the schema");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kafka.bootstrapServers            | kafka.bootstrapServers: where is Kafka?",
        "jwt.issuer                        | jwt.issuer: whose tokens are believed?",
        "jwt.jwksUrl                       | jwt.jwksUrl or jwt.existingSecret",
        "sealingKey.existingSecret         | sealingKey.existingSecret: what seals",
        "auditKey.existingSecret           | auditKey.existingSecret: what signs",
        "defaults.database.host            | database.host): where is its PostgreSQL?",
        "defaults.database.existingSecret  | which Secret has its username and password?",
      })
  void what_is_missing_is_asked_for_by_its_name(String value, String question) {
    assertThatThrownBy(() -> Rendering.command("least").set(value, "").call())
        .hasMessageContaining(question);
  }

  @Test
  void the_topics_are_those_of_the_house() throws IOException {
    assertThat(Rendering.CHART.resolve("topics.yaml"))
        .hasSameTextualContentAs(Rendering.HOUSE.resolve("deploy/kafka/topics.yaml"));
  }

  @Test
  void no_secret_is_rendered_whatever_the_values() {
    List<String> kinds =
        Rendering.sets()
            .flatMap(set -> Rendering.of(set).resources().stream())
            .map(one -> one.getKind())
            .distinct()
            .toList();

    assertThat(kinds).contains("Deployment").doesNotContain("Secret");
  }
}
