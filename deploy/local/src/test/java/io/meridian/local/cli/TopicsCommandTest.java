package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsCommandTest {

  @Test
  void the_client_is_set_by_the_variables_that_services_read_too() {
    Map<String, String> environment =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/meridian/kafka/ca.crt",
            "PATH", "/usr/bin");

    assertThat(TopicsCommand.client(environment))
        .containsOnly(
            Map.entry("bootstrap.servers", "kafka:9093"),
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("ssl.truststore.location", "/etc/meridian/kafka/ca.crt"));
  }

  @Test
  void a_cluster_that_does_not_answer_is_told_in_one_line_without_class_names() {
    StringWriter said = new StringWriter();
    int code =
        Meridian.commandLine()
            .setErr(new PrintWriter(said))
            .execute("topics", "--bootstrap-servers", "nowhere.invalid:9092");

    assertThat(code).isEqualTo(1);
    assertThat(said.toString()).startsWith("meridian: ").contains("nowhere.invalid:9092");
  }
}
