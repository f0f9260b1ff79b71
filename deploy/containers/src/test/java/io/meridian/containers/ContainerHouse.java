package io.meridian.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The whole house as compose starts it, with the demo world: secrets of its own, our images on a
 * read-only root, the broker that asks who comes. The database's disk is a small one in memory, so
 * that it can be filled.
 */
final class ContainerHouse implements AutoCloseable {

  private static final Path FILE = Path.of("../compose/compose.yaml");
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  /** Of the user of the official image. */
  private static final String DISK = "size=512m,uid=999,gid=999";

  private static final String DISK_OF = "postgres";

  private final Network network = Network.newNetwork();
  private final Map<String, GenericContainer<?>> containers = new LinkedHashMap<>();
  private final List<String> volumes = new ArrayList<>();
  private final ComposeFile compose;

  private ContainerHouse(ComposeFile compose) {
    this.compose = compose;
  }

  /** The file with the variables of this process, and no secrets. */
  static ComposeFile compose() {
    return ComposeFile.read(FILE, System.getenv());
  }

  /** Starts it and waits until it is whole, five minutes at most. */
  static ContainerHouse start() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.putAll(secrets());
    ContainerHouse house = new ContainerHouse(ComposeFile.read(FILE, variables));
    try {
      for (ComposeFile.Service service : house.compose.services("demo")) {
        house.furnish(service);
      }
      Startables.deepStart(house.containers.values()).join();
      return house;
    } catch (RuntimeException e) {
      house.close();
      throw e;
    }
  }

  private static Map<String, String> secrets() {
    try (GenericContainer<?> tools = new GenericContainer<>(image(compose().service("tools")))) {
      tools
          .withCommand("secrets")
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(START_LIMIT))
          .start();
      Map<String, String> secrets = new HashMap<>();
      for (String line : tools.getLogs().lines().filter(l -> l.startsWith("MERIDIAN_")).toList()) {
        String[] parts = line.split("=", 2);
        secrets.put(parts[0], parts[1]);
      }
      return secrets;
    }
  }

  private static DockerImageName image(ComposeFile.Service service) {
    return DockerImageName.parse(service.image());
  }

  private void furnish(ComposeFile.Service service) {
    GenericContainer<?> container = of(service, service.command());
    for (String before : service.dependencies()) {
      container.dependsOn(Objects.requireNonNull(containers.get(before), before));
    }
    if (service.isTask()) {
      container.withStartupCheckStrategy(
          new OneShotStartupCheckStrategy().withTimeout(START_LIMIT));
    } else {
      container.waitingFor(Wait.forHealthcheck().withStartupTimeout(START_LIMIT));
    }
    containers.put(service.name(), container);
  }

  private GenericContainer<?> of(ComposeFile.Service service, List<String> command) {
    GenericContainer<?> container =
        new GenericContainer<>(image(service))
            .withNetwork(network)
            .withNetworkAliases(service.name())
            .withEnv(service.environment())
            .withCreateContainerCmdModifier(cmd -> harden(cmd, service));
    if (!command.isEmpty()) {
      container.withCommand(command.toArray(String[]::new));
    }
    if (service.openPort() != 0) {
      container.withExposedPorts(service.openPort());
    }
    service
        .files()
        .forEach(
            (file, path) ->
                container.withCopyFileToContainer(MountableFile.forHostPath(file), path));
    return container;
  }

  private void harden(CreateContainerCmd cmd, ComposeFile.Service service) {
    HostConfig host = Objects.requireNonNull(cmd.getHostConfig());
    Map<String, String> memory = new HashMap<>(service.tmpfs());
    List<Bind> binds = new ArrayList<>();
    service
        .volumes()
        .forEach(
            (name, path) -> {
              if (service.name().equals(DISK_OF)) {
                memory.put(path, DISK);
              } else {
                String volume = network.getId().substring(0, 12) + "-" + name;
                volumes.add(volume);
                binds.add(new Bind(volume, new Volume(path)));
              }
            });
    host.withReadonlyRootfs(service.isReadOnly())
        .withTmpFs(memory)
        .withBinds(binds)
        .withSecurityOpts(service.securityOptions())
        .withCapDrop(
            service.droppedCapabilities().stream()
                .map(Capability::valueOf)
                .toArray(Capability[]::new));
    if (service.memory() != 0) {
      host.withMemory(service.memory());
    }
    if (!service.healthCheck().isEmpty()) {
      cmd.withHealthcheck(
          new HealthCheck()
              .withTest(service.healthCheck())
              .withInterval(Duration.ofSeconds(2).toNanos())
              .withTimeout(Duration.ofSeconds(5).toNanos())
              .withRetries(90));
    }
  }

  /** Where the door is. */
  String url() {
    GenericContainer<?> door = container("door");
    return "http://" + door.getHost() + ":" + door.getFirstMappedPort();
  }

  /** The names of what runs and is ours, not the database's or the broker's. */
  List<String> ours() {
    return compose.services().stream()
        .filter(service -> service.image().contains("meridian/") && !service.isTask())
        .map(ComposeFile.Service::name)
        .toList();
  }

  /** What was asked for it in the file. */
  ComposeFile.Service drawing(String name) {
    return compose.service(name);
  }

  /** How the engine sees it. */
  InspectContainerResponse seen(String name) {
    return engine().inspectContainerCmd(id(name)).exec();
  }

  /**
   * Runs the tools.
   *
   * @param environment over that of the file
   * @return what they printed
   * @throws RuntimeException if they end with anything but 0, with what they said
   */
  String tools(Map<String, String> environment, String... arguments) {
    try (GenericContainer<?> tools = of(compose.service("tools"), List.of(arguments))) {
      tools
          .withEnv(environment)
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(START_LIMIT));
      try {
        tools.start();
      } catch (RuntimeException e) {
        throw new IllegalStateException(tools.getLogs(), e);
      }
      return tools
          .getLogs()
          .lines()
          .filter(line -> !line.startsWith("Picked up "))
          .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
    }
  }

  /** Runs a command inside. */
  ExecResult inside(String name, String... command) {
    try {
      return container(name).execInContainer(command);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops its processors while something is done. */
  void paused(String name, Runnable deed) {
    engine().pauseContainerCmd(id(name)).exec();
    try {
      deed.run();
    } finally {
      engine().unpauseContainerCmd(id(name)).exec();
    }
  }

  /** Takes its network away while something is done. */
  void cutOff(String name, Runnable deed) {
    engine()
        .disconnectFromNetworkCmd()
        .withNetworkId(network.getId())
        .withContainerId(id(name))
        .exec();
    try {
      deed.run();
    } finally {
      engine()
          .connectToNetworkCmd()
          .withNetworkId(network.getId())
          .withContainerId(id(name))
          .withContainerNetwork(new ContainerNetwork().withAliases(name))
          .exec();
    }
  }

  /** Fills the database's disk to the last page while something is done. */
  void diskFull(Runnable deed) {
    String ballast = drawing(DISK_OF).volumes().values().iterator().next() + "/ballast";
    inside(DISK_OF, "sh", "-c", "cat /dev/zero >" + ballast + " 2>/dev/null");
    try {
      deed.run();
    } finally {
      inside(DISK_OF, "rm", ballast);
    }
  }

  private GenericContainer<?> container(String name) {
    return Objects.requireNonNull(containers.get(name), name);
  }

  private String id(String name) {
    return container(name).getContainerId();
  }

  private static DockerClient engine() {
    return DockerClientFactory.lazyClient();
  }

  @Override
  public void close() {
    containers.values().forEach(GenericContainer::stop);
    volumes.stream().distinct().forEach(volume -> engine().removeVolumeCmd(volume).exec());
    network.close();
  }
}
