package io.meridian.local.cli;

import io.meridian.local.stack.StackRefusal;
import io.meridian.testkit.kafka.TopicList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = {
      "Creates in a Kafka cluster the topics that it lacks; leaves existing ones as they are.",
      "Further settings of Kafka's client by variables: KAFKA_SECURITY_PROTOCOL and so on."
    })
final class TopicsCommand implements Callable<Integer> {

  private static final String PREFIX = "KAFKA_";
  private static final String SILENCE =
      "no answer; a broker that asks who comes wants KAFKA_SECURITY_PROTOCOL and what belongs to it";

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "of the cluster (default: $KAFKA_BOOTSTRAP_SERVERS)")
  private @Nullable String servers;

  @Option(
      names = "--replication",
      paramLabel = "N",
      defaultValue = "-1",
      description = "copies of each topic (default: as many as the cluster makes by default)")
  private short replication;

  @Override
  public Integer call() {
    Map<String, Object> client = client(System.getenv());
    if (servers != null) {
      client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    }
    if (!client.containsKey(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new ParameterException(
          spec.commandLine(), "where is Kafka? Give --bootstrap-servers HOST:PORT");
    }
    if (replication == 0 || replication < -1) {
      throw new ParameterException(spec.commandLine(), "--replication: 1 or more");
    }
    List<String> created = create(client);
    created.forEach(name -> spec.commandLine().getOut().println("created " + name));
    int all = TopicList.ofTheHouse().names().size();
    spec.commandLine().getOut().printf("%d topics, %d of them new%n", all, created.size());
    return 0;
  }

  /**
   * Settings of Kafka's client by the variables that the services read too: KAFKA_SASL_MECHANISM …
   */
  static Map<String, Object> client(Map<String, String> environment) {
    Map<String, Object> settings = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            String setting = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
            settings.put(setting.replace('_', '.'), value);
          }
        });
    return settings;
  }

  private List<String> create(Map<String, Object> client) {
    try {
      return TopicList.ofTheHouse().createAt(client, replication);
    } catch (IllegalStateException | KafkaException e) {
      Throwable why = e;
      while (why.getCause() != null) {
        why = why.getCause();
      }
      Object servers = client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
      throw new StackRefusal(
          "no topics could be created at %s: %s"
              .formatted(servers, Objects.requireNonNullElse(why.getMessage(), SILENCE)),
          e);
    }
  }
}
