package io.meridian.runtime.consumer;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The broker as consumers see it: their groups, and their dead-letter topics. */
@ApplicationScoped
class ConsumerBroker {
  private static final Logger LOG = Logger.getLogger(ConsumerBroker.class);

  /** Compressed: what a poll brings is some times as long. */
  private static final int FETCH_BYTES_MAX = 2 << 20;

  private final String service;
  private final String instance;
  private final Map<String, Object> settings;

  /**
   * @param instance names this replica, so that it gets its partitions back at once after a crash
   */
  ConsumerBroker(
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "meridian.instance") String instance,
      @Identifier("default-kafka-broker") Map<String, Object> settings) {
    this.service = service;
    this.instance = instance;
    this.settings = settings;
  }

  /** Where the dead letters of a consumer go. */
  String deadLetters(String consumer) {
    return service + "." + consumer + ".dead-letters";
  }

  /** Joins the consumer's group, under the name of this replica. */
  Consumer<byte[], byte[]> join(String consumer) {
    return join(consumer, instance);
  }

  /** Joins the consumer's group as a replica of the given name. */
  Consumer<byte[], byte[]> join(String consumer, String replica) {
    ensureTopic(deadLetters(consumer));
    String group = service + "." + consumer;
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "." + replica);
    all.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "." + replica);
    all.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
    all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES_MAX);
    all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Reads topics by itself, outside of any group. */
  Consumer<byte[], byte[]> reader() {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The relay must never wait for a topic that is not there. */
  private void ensureTopic(String topic) {
    try (Admin admin = Admin.create(settings)) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
          .all()
          .get();
      LOG.infof("created topic %s", topic);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException retriable) {
        throw retriable;
      }
      if (!(e.getCause() instanceof TopicExistsException)) {
        LOG.warnf("cannot create topic %s, which must exist: %s", topic, e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }
}
