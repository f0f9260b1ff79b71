package io.meridian.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Which part listens where on the loopback address: the contract's ports, all moved by one offset.
 *
 * @param offset 0..57000
 */
public record PortPlan(int offset) {

  private static final int BASE = 8080;
  private static final int CONTROLLER = BASE + 7;
  private static final int MAIL = BASE + 8;
  private static final int CONSOLE = BASE + 9;
  private static final int MANAGEMENT = BASE + 10;
  private static final int CONSOLE_MANAGEMENT = BASE + 15;

  /** From the door to the last management port, rounded up. */
  private static final int SPAN = 20;

  private static final int OFFSET_MAX = 57_000;

  public PortPlan {
    if (offset < 0 || offset > OFFSET_MAX) {
      throw new StackRefusal("the port offset must be 0 to " + OFFSET_MAX + ", not " + offset);
    }
  }

  /** A plan whose ports are all free now, below the range from which clients take theirs. */
  public static PortPlan free() {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int attempt = 0; attempt < 1000; attempt++) {
      PortPlan plan = new PortPlan(1000 + SPAN * random.nextInt(1000));
      if (plan.firstBusy(Part.ALL).isEmpty()) {
        return plan;
      }
    }
    throw new StackRefusal("no free range of ports found between 9080 and 29080");
  }

  public int port(Part part) {
    return offset
        + switch (part) {
          case MAIL -> MAIL;
          case CONSOLE -> CONSOLE;
          default -> BASE + part.ordinal();
        };
  }

  /** Where an application tells of its health and its figures; nothing outside is routed there. */
  public int managementPort(Part application) {
    return offset
        + (application == Part.CONSOLE ? CONSOLE_MANAGEMENT : MANAGEMENT + application.ordinal());
  }

  /** The KRaft controller's port. */
  public int controllerPort() {
    return CONTROLLER + offset;
  }

  /** The first port of these parts that somebody else listens on, with the part that wants it. */
  public Optional<Map.Entry<Integer, Part>> firstBusy(Collection<Part> parts) {
    NavigableMap<Integer, Part> wanted = new TreeMap<>();
    for (Part part : parts) {
      wanted.put(port(part), part);
      if (part == Part.KAFKA) {
        wanted.put(controllerPort(), part);
      } else if (part.isApplication()) {
        wanted.put(managementPort(part), part);
      }
    }
    return wanted.entrySet().stream().filter(entry -> isBusy(entry.getKey())).findFirst();
  }

  private static boolean isBusy(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
