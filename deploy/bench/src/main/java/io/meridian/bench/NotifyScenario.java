package io.meridian.bench;

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
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * Two preparations, two minutes apart, that concern 500 outgoing TAMs each: from the instant each
 * is due to each TAM's webhook being there. The first is the first of its JVM. Each message is a
 * sample.
 */
final class NotifyScenario implements Scenario {
  private static final int TAMS = 500;
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
    return "500 TAMs are told of a shift change, due instant to webhook received";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    Map<String, Queue<Long>> arrivals = new ConcurrentHashMap<>();
    HttpServer hooks =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    hooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    hooks.createContext("/", exchange -> take(exchange, arrivals));
    hooks.start();
    Path data = Files.createTempDirectory("meridian-bench-");
    ClockSettings clock = new ClockSettings(FIRST_DUE.minus(AHEAD), Instant.now(), 1);
    try (LocalStack stack = LocalStack.start(options(data, clock), Progress.SILENT)) {
      measure(stack, clock, hooks.getAddress().getPort(), arrivals, table);
    } finally {
      hooks.stop(0);
      BenchHouse.delete(data);
    }
  }

  private static void take(HttpExchange exchange, Map<String, Queue<Long>> arrivals)
      throws IOException {
    arrivals
        .computeIfAbsent(exchange.getRequestURI().getPath(), path -> new ConcurrentLinkedQueue<>())
        .add(System.nanoTime());
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
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
      LocalStack stack,
      ClockSettings clock,
      int hooks,
      Map<String, Queue<Long>> arrivals,
      RatioTable table) {
    RestClient.of(stack, Part.HANDOFF, stack.tokens().admin())
        .putNew(
            "/api/v1/calendar",
            Crowd.twoWaves(TAMS, 1, tam -> "http://127.0.0.1:" + hooks + "/" + tam));
    RestClient escalations = RestClient.of(stack, Part.ESCALATION, stack.tokens().manager());
    for (int i = 0; i < 2 * TAMS; i++) {
      escalations.post("/api/v1/escalations", Map.of("title", "Bench " + i, "severity", "SEV3"));
    }
    if (clock.at(Instant.now()).isAfter(FIRST_DUE)) {
      throw new IllegalStateException("the preparation passed before everything was open");
    }
    add(table, "the first shift change of a JVM", told(clock, FIRST_DUE, "/apac-", arrivals));
    add(table, "the next, two minutes later", told(clock, DUE, "/emea-", arrivals));
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

  private static void add(RatioTable table, String which, double[] millis) {
    table.add(
        TAMS + " TAMs told of a shift change, due to webhook received; " + which,
        String.format(
            Locale.ROOT,
            "p50 %.0f ms, p99 %.0f ms, last %.0f ms",
            millis[millis.length / 2],
            millis[(int) Math.ceil(millis.length * 0.99) - 1],
            millis[millis.length - 1]),
        "",
        "",
        "far below 1 s",
        "",
        millis.length + " TAMs told");
  }
}
