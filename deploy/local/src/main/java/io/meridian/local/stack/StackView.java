package io.meridian.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stack of a data folder, seen and stopped from another process than its launcher. */
public final class StackView {

  private static final int LAUNCHER_STOP_SECONDS_MAX = 90;
  private static final int CONNECT_MILLIS_MAX = 500;

  private final DataFolder data;

  public StackView(DataFolder data) {
    this.data = data;
  }

  /** Where its parts listen, as of its last start. */
  public PortPlan ports() {
    try {
      return new PortPlan(Integer.parseInt(Files.readString(data.portOffset()).strip()));
    } catch (IOException | NumberFormatException e) {
      return new PortPlan(0);
    }
  }

  /** The front door. */
  public String url() {
    return "http://127.0.0.1:" + ports().port(Part.DOOR);
  }

  /** How its broker is reached by who may do everything there: settings of Kafka's client. */
  public Map<String, Object> broker() throws IOException {
    return data.brokerClient(ports());
  }

  /**
   * Refuses where nothing runs.
   *
   * @throws StackRefusal when no launcher holds the folder
   */
  public void requireRunning() {
    if (!isRunning()) {
      throw new StackRefusal("no stack runs in " + data.root() + ": run ./meridian up first");
    }
  }

  /** Whether a launcher holds the folder. */
  public boolean isRunning() {
    return data.launcherPid().process().isPresent();
  }

  public StackStatus status() {
    boolean running = isRunning();
    Map<Part, Lag> lags = running ? new LagMeter(data, ports()).measure() : Map.of();
    List<PartStatus> parts = Part.ALL.stream().map(part -> status(part, lags)).toList();
    return new StackStatus(running, url(), data.root().toString(), parts);
  }

  private PartStatus status(Part part, Map<Part, Lag> lags) {
    Optional<ProcessHandle> process =
        part.livesInLauncher() ? data.launcherPid().process() : data.pid(part).process();
    int port = ports().port(part);
    String state = process.isEmpty() ? "down" : serves(part) ? "up" : "starting";
    return new PartStatus(
        part.label(), state, port, process.map(ProcessHandle::pid).orElse(null), lags.get(part));
  }

  private boolean serves(Part part) {
    if (part.isApplication()) {
      return Health.isReady(ports().managementPort(part));
    }
    int port = ports().port(part);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), CONNECT_MILLIS_MAX);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops the launcher, which stops its parts, and then whatever a dead launcher left. */
  public boolean stop() {
    Optional<ProcessHandle> launcher = data.launcherPid().process();
    boolean any =
        launcher.isPresent()
            || Part.ALL.stream().anyMatch(part -> data.pid(part).process().isPresent());
    launcher.ifPresent(
        process -> {
          process.destroy();
          if (!Processes.hasEnded(process, LAUNCHER_STOP_SECONDS_MAX)) {
            Processes.kill(process);
          }
        });
    StackLock.stopOrphans(data);
    data.launcherPid().delete();
    return any;
  }
}
