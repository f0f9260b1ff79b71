package io.meridian.local.stack;

import io.meridian.testkit.kafka.BrokerAccess;
import io.meridian.testkit.kafka.BrokerSettings;
import io.meridian.testkit.kafka.KafkaBroker;
import io.meridian.testkit.kafka.TopicList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The broker's own process: {@code DATA PORT CONTROLLER_PORT READY_FILE}. */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path ready = Path.of(arguments[3]);
    BrokerAccess access =
        BrokerAccess.parse(System.getenv().getOrDefault(BrokerAccess.VARIABLE, ""));
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
