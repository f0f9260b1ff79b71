package io.meridian.local.cli;

import io.meridian.local.stack.StackRefusal;
import io.meridian.testkit.kafka.BrokerAccess;
import io.meridian.testkit.kafka.TopicList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
      "With $MERIDIAN_KAFKA_PASSWORDS (user:password, blanks between) each of these users gets its",
      "password and what its service may do, and nothing else; other users keep theirs.",
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
    List<String> created = at(client, () -> TopicList.ofTheHouse().createAt(client, replication));
    created.forEach(name -> spec.commandLine().getOut().println("created " + name));
    int all = TopicList.ofTheHouse().names().size();
    spec.commandLine().getOut().printf("%d topics, %d of them new%n", all, created.size());
    String passwords = System.getenv(BrokerAccess.VARIABLE);
    if (passwords != null) {
      BrokerAccess access = access(passwords);
      at(
          client,
          () -> {
            access.grant(client);
            return access;
          });
      spec.commandLine().getOut().printf("%d users%n", access.passwords().size());
    }
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

  private BrokerAccess access(String passwords) {
    try {
      return BrokerAccess.parse(passwords);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "$" + BrokerAccess.VARIABLE + ": " + e.getMessage(), e);
    }
  }

  private static <T> T at(Map<String, Object> client, Supplier<T> deed) {
    try {
      return deed.get();
    } catch (IllegalStateException | KafkaException e) {
      Throwable why = e;
      while (why.getCause() != null) {
        why = why.getCause();
      }
      Object servers = client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
      throw new StackRefusal(
          "the topics could not be made at %s: %s"
              .formatted(servers, Objects.requireNonNullElse(why.getMessage(), SILENCE)),
          e);
    }
  }
}
