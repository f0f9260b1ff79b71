package io.meridian.testkit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Topic;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicListTest {

  @Test
  void every_event_topic_is_listed() {
    assertThat(TopicList.ofTheHouse().names())
        .containsAll(Arrays.stream(Topic.values()).map(Topic::wireName).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void every_topic_of_a_service_is_named_after_it_and_what_it_holds() {
    assertThat(TopicList.ofTheHouse().names())
        .filteredOn(name -> !name.startsWith("meridian."))
        .allMatch(
            name ->
                name.matches(
                    "(customer|escalation|handoff|metrics)-service\\.(heads|[a-z-]+\\.dead-letters)"));
  }

  @Test
  void a_retention_in_days_becomes_milliseconds() {
    NewTopic topic = parse("topics: [{name: a, partitions: 3, retention: P2D, cleanup: delete}]");

    assertThat(topic.numPartitions()).isEqualTo(3);
    assertThat(topic.configs()).containsEntry("retention.ms", "172800000");
  }

  @Test
  void a_dead_letter_topic_has_one_partition_and_keeps_everything() {
    NewTopic topic = parse("deadLetters: [x.y.dead-letters]");

    assertThat(topic.numPartitions()).isEqualTo(1);
    assertThat(topic.configs()).containsEntry("retention.ms", "-1");
  }

  private static NewTopic parse(String yaml) {
    return TopicList.parse(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .topics()
        .getFirst();
  }
}
