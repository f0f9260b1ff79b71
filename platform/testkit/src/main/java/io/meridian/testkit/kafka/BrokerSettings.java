package io.meridian.testkit.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the single-node broker is run.
 *
 * @param data the folder of its logs; formatted at the first start, kept after
 * @param port clients connect here, on the loopback address
 * @param controllerPort the KRaft controller listens here, on the loopback address
 * @param access who may come; without it everybody may do everything, as in tests of other things
 */
public record BrokerSettings(
    Path data, int port, int controllerPort, @Nullable BrokerAccess access) {

  /** Of a broker that asks nobody who they are. */
  public BrokerSettings(Path data, int port, int controllerPort) {
    this(data, port, controllerPort, null);
  }

  private static final String NODE = "1";

  /** {@code bootstrap.servers} for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", NODE);
    properties.put("log.dirs", data.toString());
    properties.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    properties.put("auto.create.topics.enable", "false");
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "4");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("transaction.state.log.num.partitions", "4");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    // The only voter of its quorum has no rivals to wait for, and after a restart its own earlier
    // session must end before it is let in again: two seconds instead of nine.
    properties.put("controller.quorum.election.timeout.ms", "100");
    properties.put("broker.heartbeat.interval.ms", "200");
    properties.put("broker.session.timeout.ms", "2000");
    properties.put("log.retention.ms", "-1");
    properties.put("log.retention.bytes", "-1");
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    properties.put("log.cleaner.threads", "1");
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "2");
    properties.put("background.threads", "2");
    properties.put("controlled.shutdown.enable", "false");
    if (access != null) {
      properties.putAll(access.broker(port, controllerPort));
    }
    return properties;
  }
}
