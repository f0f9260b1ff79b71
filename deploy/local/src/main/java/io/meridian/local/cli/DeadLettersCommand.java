package io.meridian.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.client.Answer;
import io.meridian.local.client.Api;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the events that the services could not apply, or gives those that wait to their",
      "consumers again. What a replay applies has its effect once, however often it is replayed."
    })
final class DeadLettersCommand implements Callable<Integer> {

  enum Act {
    list,
    replay
  }

  /** One consumer of one service. */
  private record Consumer(Part service, String name, Api api) {
    String path() {
      return "/dead-letters/" + name;
    }
  }

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private HouseOption house = new HouseOption();

  @Parameters(paramLabel = "ACT", description = "one of: ${COMPLETION-CANDIDATES}")
  private Act act = Act.list;

  @Option(names = "--service", paramLabel = "NAME", description = "only of this service")
  private @Nullable String service;

  @Option(names = "--consumer", paramLabel = "NAME", description = "only of this consumer")
  private @Nullable String consumer;

  @Option(names = "--position", paramLabel = "N", description = "only the letter at this position")
  private @Nullable Long position;

  @Override
  public Integer call() throws IOException {
    List<Part> services = services();
    Api everywhere = house.api(LocalTokens::admin);
    PrintWriter out = spec.commandLine().getOut();
    int letters = 0;
    int refused = 0;
    for (Part one : services) {
      Api api = everywhere.below("/services/" + one.shortName());
      for (Consumer reader : consumers(one, api)) {
        for (JsonNode letter : letters(reader)) {
          letters++;
          refused += act == Act.list ? print(reader, letter, out) : replay(reader, letter, out);
        }
      }
    }
    if (letters == 0) {
      out.println(act == Act.list ? "No dead letters." : "No dead letter waits.");
    }
    return refused == 0 ? 0 : 1;
  }

  private List<Part> services() {
    String name = service;
    if (name == null) {
      return List.copyOf(Part.SERVICES);
    }
    Optional<Part> found = Part.of(name).filter(Part::isService);
    return List.of(
        found.orElseThrow(
            () -> new ParameterException(spec.commandLine(), "no service is called " + name)));
  }

  private List<Consumer> consumers(Part part, Api api) {
    JsonNode names = api.get("/dead-letters").orRefuse(part.label()).path("items");
    return java.util.stream.StreamSupport.stream(names.spliterator(), false)
        .map(name -> new Consumer(part, name.asText(), api))
        .filter(found -> consumer == null || found.name().equals(consumer))
        .toList();
  }

  private List<JsonNode> letters(Consumer reader) {
    return reader.api().all(reader.path()).stream()
        .filter(letter -> position == null || letter.path("position").asLong() == position)
        .filter(letter -> act == Act.list || !letter.path("replayedAt").isTextual())
        .toList();
  }

  private static int print(Consumer reader, JsonNode letter, PrintWriter out) {
    out.printf(
        "%s %s %d: %s of %s, %s%n    %s%n",
        reader.service().label(),
        reader.name(),
        letter.path("position").asLong(),
        letter.path("type").asText("of no known type"),
        letter.path("key").asText(),
        letter.path("replayedAt").isTextual()
            ? "replayed " + letter.path("replayedAt").asText()
            : "waiting",
        letter.path("reason").asText().lines().findFirst().orElse(""));
    return 0;
  }

  private static int replay(Consumer reader, JsonNode letter, PrintWriter out) {
    long at = letter.path("position").asLong();
    Answer answer = reader.api().post(reader.path() + "/" + at + "/replay", Map.of(), Map.of());
    out.printf(
        "%s %s %d: %s%n",
        reader.service().label(),
        reader.name(),
        at,
        answer.isOk()
            ? answer.body().path("outcome").asText().toLowerCase(java.util.Locale.ROOT)
            : answer.body().path("detail").asText());
    return answer.isOk() ? 0 : 1;
  }
}
