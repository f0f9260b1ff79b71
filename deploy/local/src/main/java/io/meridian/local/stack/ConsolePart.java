package io.meridian.local.stack;

import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The console, from its built jar. It has no data: all it is told is where the services are. */
final class ConsolePart implements PartLauncher {

  private static final int HEAP_MEGABYTES = 192;

  private final StackOptions options;
  private final Caches caches;
  private final SigningKey key;

  ConsolePart(StackOptions options, Caches caches, SigningKey key) {
    this.options = options;
    this.caches = caches;
    this.key = key;
  }

  @Override
  public Part part() {
    return Part.CONSOLE;
  }

  /** Writes its settings as shell lines to {@code dev/console.env}, as a service's are. */
  void describe() throws IOException {
    Map<String, String> all = new TreeMap<>(properties());
    String lines =
        all.entrySet().stream()
            .map(
                entry ->
                    "export "
                        + ServicePart.variable(entry.getKey())
                        + "='"
                        + entry.getValue()
                        + "'\n")
            .collect(Collectors.joining());
    Path folder = Files.createDirectories(options.data().root().resolve("dev"));
    DataFolder.writeSecret(folder.resolve(part().label() + ".env"), lines);
  }

  @Override
  public Process launch() throws IOException {
    JavaCommand java = caches.java(part(), HEAP_MEGABYTES, options.tuning());
    return Processes.start(
        java.properties(properties()).jar(caches.house().jar(part())),
        Map.of(),
        options.data().freshLog(part()));
  }

  private Map<String, String> properties() {
    PortPlan ports = options.ports();
    Map<String, String> properties = new TreeMap<>();
    properties.put("quarkus.profile", "local");
    properties.put("quarkus.vertx.event-loops-pool-size", "1");
    properties.put("quarkus.http.host", "127.0.0.1");
    properties.put("quarkus.http.port", Integer.toString(ports.port(part())));
    properties.put("quarkus.management.host", "127.0.0.1");
    properties.put("quarkus.management.port", Integer.toString(ports.managementPort(part())));
    for (Part service : Part.SERVICES) {
      properties.put(
          "quarkus.rest-client." + service.label() + ".url",
          "http://127.0.0.1:" + ports.port(service));
    }
    properties.put("mp.jwt.verify.publickey.location", key.publicKey().toUri().toString());
    properties.put("mp.jwt.verify.issuer", LocalTokens.ISSUER);
    properties.put("meridian.console.local-login.key", key.privateKey().toString());
    if (options.clock() != null) {
      properties.putAll(options.clock().properties());
    }
    properties.putAll(options.settings().getOrDefault(part(), Map.of()));
    return properties;
  }

  @Override
  public boolean isReady(ProcessHandle process) {
    return Health.isReady(options.ports().managementPort(part()));
  }

  @Override
  public void stop(ProcessHandle process) {
    Processes.terminate(process, caches.stopSecondsMax());
  }
}
