package io.meridian.local.stack;

import io.meridian.testkit.kafka.BrokerAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The KRaft broker in a JVM of its own, from the launcher's class path. */
final class KafkaPart implements PartLauncher {

  private static final int HEAP_MEGABYTES = 512;

  private final StackOptions options;
  private final Caches caches;

  KafkaPart(StackOptions options, Caches caches) {
    this.options = options;
    this.caches = caches;
  }

  /** Whether the data folder has a broker's log with our topics from an earlier start. */
  @Override
  public boolean hasData() {
    return Files.exists(options.data().kafka().resolve("meridian.shifts-0"));
  }

  @Override
  public Part part() {
    return Part.KAFKA;
  }

  @Override
  public Process launch() throws IOException {
    DataFolder data = options.data();
    Files.deleteIfExists(data.kafkaReady());
    JavaCommand java = caches.java(Part.KAFKA, HEAP_MEGABYTES, options.tuning());
    return Processes.start(
        java.main(
            BrokerMain.class,
            data.kafka().toString(),
            Integer.toString(options.ports().port(Part.KAFKA)),
            Integer.toString(options.ports().controllerPort()),
            data.kafkaReady().toString()),
        Map.of(BrokerAccess.VARIABLE, data.brokerAccess().written()),
        data.freshLog(Part.KAFKA));
  }

  @Override
  public boolean isReady(ProcessHandle process) {
    try {
      return Files.readString(options.data().kafkaReady()).equals(Long.toString(process.pid()));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void stop(ProcessHandle process) {
    Processes.terminate(process, caches.stopSecondsMax());
  }
}
