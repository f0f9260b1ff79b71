package io.meridian.testkit.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One KRaft node, broker and controller at once, inside this JVM. */
public final class KafkaBroker implements AutoCloseable {

  private final BrokerSettings settings;
  private final KafkaRaftServer server;

  private KafkaBroker(BrokerSettings settings, KafkaRaftServer server) {
    this.settings = settings;
    this.server = server;
  }

  /** Formats the data folder when it is new, starts the node and waits until it is up. */
  public static KafkaBroker start(BrokerSettings settings) throws IOException {
    format(settings.data());
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(asProperties(settings)), Time.SYSTEM);
    server.startup();
    if (settings.access() != null) {
      settings.access().grantAt(settings);
    }
    return new KafkaBroker(settings, server);
  }

  public BrokerSettings settings() {
    return settings;
  }

  /** Blocks until the node has been shut down. */
  public void awaitShutdown() {
    server.awaitShutdown();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path data) throws IOException {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(data);
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(data.toString())
          .setMetadataLogDirectory(data.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the broker's folder could not be formatted", e);
    }
  }

  private static Properties asProperties(BrokerSettings settings) {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    return properties;
  }
}
