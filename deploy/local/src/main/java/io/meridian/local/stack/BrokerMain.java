package io.meridian.local.stack;

import io.meridian.testkit.kafka.BrokerSettings;
import io.meridian.testkit.kafka.KafkaBroker;
import io.meridian.testkit.kafka.TopicList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The broker's own process: {@code DATA PORT CONTROLLER_PORT READY_FILE}. */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path ready = Path.of(arguments[3]);
    KafkaBroker broker =
        KafkaBroker.start(
            new BrokerSettings(
                data, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    TopicList topics = TopicList.ofTheHouse();
    if (!topics.names().stream().allMatch(name -> Files.exists(data.resolve(name + "-0")))) {
      topics.createAt(broker.settings().bootstrapServers());
    }
    Files.writeString(ready, Long.toString(ProcessHandle.current().pid()));
    broker.awaitShutdown();
  }
}
