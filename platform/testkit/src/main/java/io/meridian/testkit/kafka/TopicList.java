package io.meridian.testkit.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics of {@code deploy/kafka/topics.yaml}. */
public final class TopicList {

  private static final Duration CREATE_LIMIT = Duration.ofSeconds(30);

  private final List<NewTopic> topics;

  private TopicList(List<NewTopic> topics) {
    this.topics = List.copyOf(topics);
  }

  /** The list on the class path. */
  public static TopicList ofTheHouse() {
    try (InputStream yaml = TopicList.class.getResourceAsStream("topics.yaml")) {
      if (yaml == null) {
        throw new IllegalStateException("topics.yaml is not on the class path");
      }
      return parse(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TopicList parse(InputStream yaml) {
    Map<String, List<Object>> document =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    List<NewTopic> topics = new ArrayList<>();
    for (Object entry : document.getOrDefault("topics", List.of())) {
      Map<?, ?> topic = (Map<?, ?>) entry;
      topics.add(
          topic(
              String.valueOf(topic.get("name")),
              Integer.parseInt(String.valueOf(topic.get("partitions"))),
              retentionMillis(String.valueOf(topic.get("retention"))),
              String.valueOf(topic.get("cleanup"))));
    }
    for (Object name : document.getOrDefault("deadLetters", List.of())) {
      topics.add(topic(String.valueOf(name), 1, -1, "delete"));
    }
    return new TopicList(topics);
  }

  private static NewTopic topic(String name, int partitions, long retentionMillis, String cleanup) {
    return new NewTopic(name, partitions, (short) 1)
        .configs(Map.of("retention.ms", Long.toString(retentionMillis), "cleanup.policy", cleanup));
  }

  private static long retentionMillis(String retention) {
    return retention.equals("unlimited") ? -1 : Duration.parse(retention).toMillis();
  }

  /** The names, in the file's order. */
  public List<String> names() {
    return topics.stream().map(NewTopic::name).toList();
  }

  List<NewTopic> topics() {
    return topics;
  }

  /** Creates those that the broker lacks; leaves existing ones as they are. */
  public void createAt(String bootstrapServers) {
    createAt(client(bootstrapServers));
  }

  /** The same, with the settings of a client that may. */
  public void createAt(Map<String, Object> client) {
    create(client, topics);
  }

  /**
   * Creates those that a cluster lacks; leaves existing ones as they are.
   *
   * @param client how to reach it: settings of Kafka's admin client
   * @param replication copies of each, or -1 for as many as the cluster makes by default
   * @return the names of those created, in the file's order
   */
  public List<String> createAt(Map<String, Object> client, short replication) {
    return create(client, topics.stream().map(topic -> copied(topic, replication)).toList());
  }

  private static NewTopic copied(NewTopic topic, short replication) {
    return new NewTopic(topic.name(), topic.numPartitions(), replication).configs(topic.configs());
  }

  /** Creates further topics of one partition each, as a test's own consumers need them. */
  public static void createExtra(String bootstrapServers, Collection<String> names) {
    create(
        client(bootstrapServers),
        names.stream().map(name -> topic(name, 1, -1, "delete")).toList());
  }

  private static Map<String, Object> client(String bootstrapServers) {
    return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  private static List<String> create(Map<String, Object> client, List<NewTopic> wanted) {
    try (Admin admin = Admin.create(client)) {
      Set<String> existing =
          admin.listTopics().names().get(CREATE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      List<NewTopic> missing =
          wanted.stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(CREATE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return missing.stream().map(NewTopic::name).toList();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("topics could not be created", e);
      }
      return List.of();
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker did not create the topics in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
