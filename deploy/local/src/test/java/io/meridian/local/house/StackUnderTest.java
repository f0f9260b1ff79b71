package io.meridian.local.house;

import static io.meridian.testkit.Patience.await;

import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import io.meridian.local.stack.Progress;
import io.meridian.local.stack.StackOptions;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The real local stack, with its clock at speed, the roster world and its customers. */
final class StackUnderTest implements Stack {

  private static final Duration HEAD_START = Duration.ofSeconds(40);
  private static final Duration QUIET_MAX = Duration.ofSeconds(90);

  private final LocalStack stack;
  private final ClockSettings clock;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private StackUnderTest(LocalStack stack, ClockSettings clock) {
    this.stack = stack;
    this.clock = clock;
  }

  /** Starts everything ahead of {@code from} and returns when the house's clock reads it. */
  static Stack start(Instant from, double speed) throws IOException {
    Path data = Files.createDirectories(Path.of("target/house")).toAbsolutePath();
    Path folder = Files.createTempDirectory(data, "run-");
    ClockSettings clock = new ClockSettings(from, Instant.now().plus(HEAD_START), speed);
    StackOptions options =
        StackOptions.in(folder)
            .at(PortPlan.free())
            .on(clock)
            .only(EnumSet.complementOf(EnumSet.of(Part.CONSOLE))); // nobody looks
    StackUnderTest house = new StackUnderTest(LocalStack.start(options, Progress.SILENT), clock);
    house.settle();
    await().atMost(Duration.ofMinutes(2)).until(() -> !house.now().isBefore(from));
    return house;
  }

  /** Who works when, what was sold, and to whom. */
  private void settle() {
    Api manager = new Api(url(), token("manager", "manager-mia"));
    try {
      require("PUT /calendar", manager.putNew("/calendar", RosterWorld.calendar()));
      require(
          "PUT /sla-policies/PLATINUM",
          manager.put("/sla-policies/PLATINUM", RosterWorld.platinum(), "\"0\""));
      for (Map<String, Object> customer : RosterWorld.customers()) {
        require("POST /customers", manager.post("/customers", customer));
      }
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  private static void require(String what, Api.Answer answer) {
    if (!answer.isOk()) {
      throw new IllegalStateException(what + " answered " + answer);
    }
  }

  @Override
  public String url() {
    return stack.url();
  }

  @Override
  public String token(String role, String id) {
    return tokens.computeIfAbsent(role + " " + id, k -> stack.tokens().token(id, role));
  }

  @Override
  public Map<String, Object> broker() {
    return stack.broker();
  }

  @Override
  public List<String> tams() {
    return RosterWorld.tams();
  }

  @Override
  public Instant now() {
    return clock.at(Instant.now());
  }

  @Override
  public void kill(String part) {
    stack.kill(Part.of(part).orElseThrow());
  }

  @Override
  public void restart(String part) {
    stack.restart(Part.of(part).orElseThrow());
  }

  /** Quiet: three looks in a row, 300 ms apart, find nothing to publish and nothing to apply. */
  @Override
  public void awaitQuiet() {
    DataFolder data = stack.options().data();
    int[] quietLooks = {0};
    await()
        .atMost(QUIET_MAX)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              boolean quiet =
                  new StackView(data)
                      .status().parts().stream()
                          .map(part -> part.lag())
                          .allMatch(
                              lag -> lag == null || lag.unpublished() + lag.unconsumed() == 0);
              quietLooks[0] = quiet ? quietLooks[0] + 1 : 0;
              return quietLooks[0] >= 3;
            });
  }

  @Override
  public long deadLetters() {
    Properties settings = new Properties();
    settings.putAll(broker());
    try (Admin admin = Admin.create(settings)) {
      Set<String> topics = admin.listTopics().names().get();
      List<String> dead = topics.stream().filter(t -> t.endsWith(".dead-letters")).toList();
      Map<TopicPartition, OffsetSpec> ends = new java.util.HashMap<>();
      admin
          .describeTopics(dead)
          .allTopicNames()
          .get()
          .forEach(
              (topic, about) ->
                  about
                      .partitions()
                      .forEach(
                          p ->
                              ends.put(
                                  new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
      return admin.listOffsets(ends).all().get().values().stream().mapToLong(o -> o.offset()).sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
