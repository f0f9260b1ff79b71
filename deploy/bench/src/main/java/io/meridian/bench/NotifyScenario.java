package io.meridian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import io.meridian.local.stack.Progress;
import io.meridian.local.stack.StackOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Openings one after the other, each told to the TAM who becomes accountable: from the request to
 * the webhook that names the escalation. Then two preparations, two minutes apart, that concern 500
 * outgoing TAMs each: from the instant each is due to each TAM's webhook being there. The first is
 * the first of its JVM. Each message is a sample.
 */
final class NotifyScenario implements Scenario {
  private static final int TAMS = 500;

  /** Openings that do not count: the service has not compiled its way yet. */
  private static final int WARM_UP = 300;

  /** Between two openings that count: a busy minute, and no queue before the service. */
  private static final Duration PACE = Duration.ofMillis(50);

  private static final Instant FIRST_DUE = Instant.parse("2026-01-15T14:28:00Z");
  private static final Instant DUE = Instant.parse("2026-01-15T14:30:00Z");
  private static final Duration AHEAD = Duration.ofSeconds(150);
  private static final Set<Part> PARTS =
      Set.of(Part.POSTGRES, Part.KAFKA, Part.ESCALATION, Part.HANDOFF);

  @Override
  public String name() {
    return "notify";
  }

  @Override
  public String about() {
    return "TAMs are told of openings and of a shift change, until the webhook is received";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    Sink sink = new Sink(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    HttpServer hooks =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    hooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    hooks.createContext("/", sink::take);
    hooks.start();
    Path data = Files.createTempDirectory("meridian-bench-");
    ClockSettings clock = new ClockSettings(FIRST_DUE.minus(AHEAD), Instant.now(), 1);
    try (LocalStack stack = LocalStack.start(options(data, clock), Progress.SILENT)) {
      measure(stack, clock, hooks.getAddress().getPort(), sink, table);
    } finally {
      hooks.stop(0);
      BenchHouse.delete(data);
    }
  }

  /**
   * What takes the webhooks.
   *
   * @param arrivals when they came, by path
   * @param assigned when an escalation was first told to who is accountable, by its id
   */
  private record Sink(Map<String, Queue<Long>> arrivals, Map<String, Long> assigned) {
    private static final Pattern ESCALATION = Pattern.compile("\"escalationId\":\"([^\"]+)\"");

    void take(HttpExchange exchange) throws IOException {
      long now = System.nanoTime();
      arrivals
          .computeIfAbsent(
              exchange.getRequestURI().getPath(), path -> new ConcurrentLinkedQueue<>())
          .add(now);
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      if (body.contains("\"io.meridian.notification.assigned\"")) {
        ESCALATION
            .matcher(body)
            .results()
            .forEach(found -> assigned.putIfAbsent(found.group(1), now));
      }
    }
  }

  private static StackOptions options(Path data, ClockSettings clock) {
    return StackOptions.in(data)
        .at(PortPlan.free())
        .only(PARTS)
        .on(clock)
        .with(Part.HANDOFF, "meridian.notifications.webhook.allowed-hosts", "127.0.0.1")
        .with(Part.HANDOFF, "meridian.notifications.webhook.secret", "whsec_YmVuY2hiZW5jaGJlbmNo");
  }

  private static void measure(
      LocalStack stack, ClockSettings clock, int hooks, Sink sink, RatioTable table) {
    RestClient.of(stack, Part.HANDOFF, stack.tokens().manager())
        .putNew(
            "/api/v1/calendar",
            Crowd.twoWaves(TAMS, 1, tam -> "http://127.0.0.1:" + hooks + "/" + tam));
    Map<String, Long> asked = asked(stack, sink);
    double[] openings = openings(asked, sink.assigned());
    if (clock.at(Instant.now()).isAfter(FIRST_DUE)) {
      throw new IllegalStateException("the preparation passed before everything was open");
    }
    String opening =
        "TAMs told that an escalation is theirs, 20 openings a second, request to webhook received";
    add(table, opening, openings, "seconds", openings.length + " openings");
    String change = TAMS + " TAMs told of a shift change, due to webhook received; ";
    double[] first = told(clock, FIRST_DUE, "/apac-", sink.arrivals());
    add(table, change + "the first of a JVM", first, "far below 1 s", first.length + " TAMs told");
    double[] next = told(clock, DUE, "/emea-", sink.arrivals());
    add(
        table,
        change + "the next, two minutes later",
        next,
        "far below 1 s",
        next.length + " TAMs told");
  }

  /** When each escalation was asked to be opened, by its id, in that order. */
  private static Map<String, Long> asked(LocalStack stack, Sink sink) {
    RestClient escalations = RestClient.of(stack, Part.ESCALATION, stack.tokens().manager());
    Map<String, Long> asked = new LinkedHashMap<>();
    long paced = 0;
    for (int i = 0; i < 2 * TAMS; i++) {
      if (i == WARM_UP) {
        awaitTold(asked, sink.assigned());
        paced = System.nanoTime();
      }
      if (i >= WARM_UP) {
        LockSupport.parkNanos(paced + PACE.toNanos() * (i - WARM_UP) - System.nanoTime());
      }
      long before = System.nanoTime();
      JsonNode opened =
          escalations.post(
              "/api/v1/escalations", Map.of("title", "Bench " + i, "severity", "SEV2"));
      asked.put(opened.path("id").asText(), before);
    }
    return asked;
  }

  /** The milliseconds that each took but for those of the warm-up, the fastest first. */
  private static double[] openings(Map<String, Long> asked, Map<String, Long> told) {
    awaitTold(asked, told);
    return asked.entrySet().stream()
        .skip(WARM_UP)
        .mapToDouble(one -> (requireNonNull(told.get(one.getKey())) - one.getValue()) / 1e6)
        .sorted()
        .toArray();
  }

  private static void awaitTold(Map<String, Long> asked, Map<String, Long> told) {
    BenchHouse.await(
        "every opening told",
        Duration.ofSeconds(60),
        () -> told.keySet().containsAll(asked.keySet()));
  }

  /** After how many milliseconds each of the TAMs was told of what was due, the fastest first. */
  private static double[] told(
      ClockSettings clock, Instant due, String tams, Map<String, Queue<Long>> arrivals) {
    Duration left = Duration.between(Instant.now(), clock.realInstantOf(due));
    long at = System.nanoTime() + left.toNanos();
    BenchHouse.await(
        "everybody told", left.plusSeconds(60), () -> after(at, tams, arrivals).count() == TAMS);
    return after(at, tams, arrivals).mapToDouble(told -> (told - at) / 1e6).sorted().toArray();
  }

  private static LongStream after(long at, String tams, Map<String, Queue<Long>> arrivals) {
    return arrivals.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(tams))
        .flatMapToLong(
            entry -> entry.getValue().stream().mapToLong(t -> t).filter(t -> t > at).limit(1));
  }

  private static void add(
      RatioTable table, String what, double[] millis, String goal, String counts) {
    table.add(
        what,
        String.format(
            Locale.ROOT,
            "p50 %.0f ms, p99 %.0f ms, last %.0f ms",
            millis[millis.length / 2],
            millis[(int) Math.ceil(millis.length * 0.99) - 1],
            millis[millis.length - 1]),
        "",
        "",
        goal,
        "",
        counts);
  }
}
