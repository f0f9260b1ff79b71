package io.meridian.bench;

import io.meridian.local.stack.House;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another process of a service of a local stack, over the same database and broker: made from the
 * settings that the stack writes down for whoever runs a service beside it.
 */
final class SecondReplica implements AutoCloseable {
  private static final Pattern SETTING = Pattern.compile("export ([A-Z0-9_]+)='(.*)'");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BenchHouse house;
  private final Part part;
  private final int port;
  private final int management;
  private Process process;

  private SecondReplica(BenchHouse house, Part part, int port, int management) throws IOException {
    this.house = house;
    this.part = part;
    this.port = port;
    this.management = management;
    this.process = launch(house, part, port, management);
  }

  /** Starts it and waits until it serves. */
  static SecondReplica start(BenchHouse house, Part part) throws IOException {
    SecondReplica replica = new SecondReplica(house, part, freePort(), freePort());
    replica.awaitReady();
    return replica;
  }

  /** Starts it again after it was killed, and waits until it serves. */
  void restart() throws IOException {
    process = launch(house, part, port, management);
    awaitReady();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static Process launch(BenchHouse house, Part part, int port, int management)
      throws IOException {
    Path data = house.stack().options().data().root();
    Path jar =
        House.find().root().resolve(part.label()).resolve("target/quarkus-app/quarkus-run.jar");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("second-" + part.label() + ".log").toFile());
    Map<String, String> environment = builder.environment();
    for (String line : Files.readAllLines(data.resolve("dev").resolve(part.label() + ".env"))) {
      Matcher setting = SETTING.matcher(line);
      if (setting.matches()) {
        environment.put(setting.group(1), setting.group(2));
      }
    }
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
    return builder.start();
  }

  private void awaitReady() {
    BenchHouse.await("the second " + part.label(), Duration.ofSeconds(90), this::isReady);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the second " + part.label() + " ended while starting");
    }
    try {
      URI ready = URI.create("http://127.0.0.1:" + management + "/q/health/ready");
      return CLIENT
              .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
