package io.meridian.testkit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.testkit.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own that knows who is who. */
class BrokerAccessTest {

  private static final String CUSTOMERS = "meridian.customers";
  private static final String HANDOFFS = "meridian.handoffs";
  private static final BrokerAccess ACCESS =
      new BrokerAccess(
          Map.of(
              BrokerAccess.ADMIN,
              "admins",
              "customer-service",
              "customers",
              "escalation-service",
              "escalations",
              "handoff-service",
              "handoffs",
              "metrics-service",
              "metrics"));

  @TempDir private static Path folder;

  private static KafkaBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker =
        KafkaBroker.start(
            new BrokerSettings(
                folder.resolve("kafka"), FreePorts.next(), FreePorts.next(), ACCESS));
    TopicList.ofTheHouse().createAt(client(BrokerAccess.ADMIN));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static Map<String, Object> client(String principal) {
    Map<String, Object> client = new HashMap<>(ACCESS.client(principal));
    client.put("bootstrap.servers", broker.settings().bootstrapServers());
    client.put("max.block.ms", 5_000);
    client.put("default.api.timeout.ms", 10_000);
    client.put("request.timeout.ms", 5_000);
    return client;
  }

  private static void produce(Map<String, Object> client, String topic) throws Exception {
    var text = new StringSerializer();
    try (var producer = new KafkaProducer<>(client, text, text)) {
      producer.send(new ProducerRecord<>(topic, "k", "v")).get();
    }
  }

  private static int read(String principal, String topic) {
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(client(principal), text, text)) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      int read = 0;
      for (int i = 0; i < 20 && read == 0; i++) {
        read += consumer.poll(Duration.ofMillis(200)).count();
      }
      return read;
    }
  }

  @Test
  void a_service_writes_its_own_topic_and_others_read_it() throws Exception {
    produce(client("customer-service"), CUSTOMERS);

    assertThat(read("handoff-service", CUSTOMERS)).isPositive();
    assertThat(read(BrokerAccess.ADMIN, CUSTOMERS)).isPositive();
  }

  @Test
  void nobody_writes_what_another_service_is_the_writer_of() {
    for (String other : List.of("escalation-service", "handoff-service", "metrics-service")) {
      assertThatThrownBy(() -> produce(client(other), CUSTOMERS))
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
    assertThatThrownBy(
            () -> produce(client("metrics-service"), "handoff-service.replica.dead-letters"))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void nobody_reads_what_is_not_for_them() {
    assertThatThrownBy(() -> read("customer-service", HANDOFFS))
        .isInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(() -> read("metrics-service", "handoff-service.replica.dead-letters"))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void nobody_joins_the_group_of_another_service() {
    Map<String, Object> client = client("metrics-service");
    client.put("group.id", "handoff-service.replica");
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(client, text, text)) {
      consumer.subscribe(List.of(CUSTOMERS));
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
          .isInstanceOf(GroupAuthorizationException.class);
    }
  }

  @Test
  void no_service_deletes_a_topic_or_a_record_not_even_its_own() {
    try (Admin admin = Admin.create(client("customer-service"))) {
      assertThatThrownBy(() -> admin.deleteTopics(List.of(CUSTOMERS)).all().get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
      Map<TopicPartition, RecordsToDelete> all =
          Map.of(new TopicPartition(CUSTOMERS, 0), RecordsToDelete.beforeOffset(-1));
      assertThatThrownBy(() -> admin.deleteRecords(all).all().get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void no_service_makes_topics_rights_or_users() {
    try (Admin admin = Admin.create(client("customer-service"))) {
      Collection<NewTopic> another = List.of(new NewTopic("meridian.new", 1, (short) 1));
      assertThatThrownBy(() -> admin.createTopics(another).all().get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
      assertThatThrownBy(() -> admin.createAcls(TopicAcls.ofTheHouse().bindings()).all().get())
          .hasCauseInstanceOf(ClusterAuthorizationException.class);
      assertThatThrownBy(() -> admin.describeUserScramCredentials().all().get())
          .hasCauseInstanceOf(ClusterAuthorizationException.class);
    }
  }

  @Test
  void nobody_comes_in_without_a_password_or_with_another_ones() {
    Map<String, Object> nobody = client("customer-service");
    nobody.put("security.protocol", "PLAINTEXT");
    assertThatThrownBy(() -> produce(nobody, CUSTOMERS))
        .hasRootCauseInstanceOf(TimeoutException.class);

    Map<String, Object> forger = client("customer-service");
    forger.put(
        "sasl.jaas.config",
        String.valueOf(forger.get("sasl.jaas.config")).replace("customers", "guessed"));
    assertThatThrownBy(() -> produce(forger, CUSTOMERS))
        .hasRootCauseInstanceOf(SaslAuthenticationException.class);
  }
}
