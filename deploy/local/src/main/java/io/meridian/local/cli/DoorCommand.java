package io.meridian.local.cli;

import io.meridian.local.door.Address;
import io.meridian.local.door.FrontDoor;
import io.meridian.local.stack.Part;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "door",
    mixinStandardHelpOptions = true,
    description = {
      "One address for services that run elsewhere, until it is ended.",
      "The local stack has one of its own."
    })
final class DoorCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      description = "where to listen (default: ${DEFAULT-VALUE})")
  private String listen = "";

  @Option(
      names = "--service",
      paramLabel = "NAME=HOST:PORT",
      description = "where a service listens (default: handoff-service:8080 and so on)")
  private Map<String, String> services = Map.of();

  @Override
  public Integer call() throws InterruptedException {
    Map<Part, Address> addresses = addresses();
    try (FrontDoor door =
        new FrontDoor((Part part) -> Objects.requireNonNull(addresses.get(part)))) {
      door.open();
      spec.commandLine().getOut().println("The front door is open at " + listen);
      spec.commandLine().getOut().flush();
      Thread.currentThread().join();
    }
    return 0;
  }

  private Map<Part, Address> addresses() {
    Map<Part, Address> addresses = new EnumMap<>(Part.class);
    try {
      addresses.put(Part.DOOR, Address.parse(listen));
      Part.ALL.stream()
          .filter(Part::isApplication)
          .forEach(part -> addresses.put(part, new Address(part.label(), 8080)));
      services.forEach((name, address) -> addresses.put(service(name), Address.parse(address)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    return addresses;
  }

  private Part service(String name) {
    return Part.of(name)
        .filter(Part::isApplication)
        .orElseThrow(
            () -> new ParameterException(spec.commandLine(), "no service is called " + name));
  }
}
