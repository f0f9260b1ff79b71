package io.meridian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Topic;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestServersTest {

  private final Map<String, String> settings = new MeridianServers().start();

  @Test
  void postgresql_is_18_and_takes_200_connections() throws Exception {
    try (var connection =
            DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('server_version_num')::int / 10000, current_setting('max_connections')")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(18);
      assertThat(row.getInt(2)).isEqualTo(200);
    }
  }

  @Test
  void the_broker_has_every_topic_that_events_are_published_to() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", settings.get("kafka.bootstrap.servers")))) {
      assertThat(admin.listTopics().names().get())
          .containsAll(Arrays.stream(Topic.values()).map(Topic::wireName).toList());
    }
  }

  @Test
  void a_second_start_in_the_same_jvm_finds_the_same_servers() {
    assertThat(new MeridianServers().start()).isEqualTo(settings);
  }
}
