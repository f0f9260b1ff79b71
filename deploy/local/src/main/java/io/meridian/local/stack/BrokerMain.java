package io.meridian.local.stack;

import io.meridian.testkit.kafka.BrokerAccess;
import io.meridian.testkit.kafka.BrokerSettings;
import io.meridian.testkit.kafka.KafkaBroker;
import io.meridian.testkit.kafka.TopicList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker's own process: {@code DATA PORT CONTROLLER_PORT READY_FILE}. */
final class BrokerMain {

  /**
   * The environment variable that holds the passwords, as {@code principal:password} with blanks
   * between: everybody may read a command line.
   */
  static final String PASSWORDS = "MERIDIAN_KAFKA_PASSWORDS";

  private BrokerMain() {}

  static String written(BrokerAccess access) {
    return access.passwords().entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  static BrokerAccess read(String written) {
    return new BrokerAccess(
        Arrays.stream(written.split(" "))
            .map(entry -> entry.split(":", 2))
            .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1])));
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path ready = Path.of(arguments[3]);
    BrokerAccess access = read(System.getenv().getOrDefault(PASSWORDS, ""));
    KafkaBroker broker =
        KafkaBroker.start(
            new BrokerSettings(
                data, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), access));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    TopicList topics = TopicList.ofTheHouse();
    if (!topics.names().stream().allMatch(name -> Files.exists(data.resolve(name + "-0")))) {
      Map<String, Object> admin = new HashMap<>(access.client(BrokerAccess.ADMIN));
      admin.put("bootstrap.servers", broker.settings().bootstrapServers());
      topics.createAt(admin);
    }
    Files.writeString(ready, Long.toString(ProcessHandle.current().pid()));
    broker.awaitShutdown();
  }
}
