package io.meridian.runtime.consumer;

import static io.meridian.runtime.Samples.customer;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.meridian.events.CustomerEvent;
import io.meridian.events.Topic;
import io.meridian.runtime.Servers;
import io.meridian.runtime.outbox.Replica;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Takes figures by hand: how fast the relay drains, and how long from a commit to the consumer.
 * Nothing fails here.
 */
final class Figures {
  private Figures() {}

  /** Arguments: rows to drain, events to time. */
  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int events = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
    try (Servers servers = Servers.start()) {
      latency(servers, events);
      for (int i = 0; i < 3; i++) {
        drain(servers, rows);
      }
    }
  }

  private static void drain(Servers servers, int rows) throws Exception {
    try (Replica replica = new Replica(servers)) {
      for (int i = 0; i < rows; i += 1_000) {
        int from = i;
        replica.announce(
            IntStream.range(from, from + 1_000)
                .mapToObj(n -> customer(new UUID(1, n % 500), n))
                .toList());
      }
      long start = System.nanoTime();
      long cpu = cpuNanos();
      replica.relaying();
      while (replica.meters.find("meridian.outbox.published").counter() == null
          || replica.meters.get("meridian.outbox.published").counter().count() < rows) {
        Thread.sleep(1);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "BENCH drain %,d rows in %.2f s: %,.0f rows/s, %.1f us CPU of this JVM a row%n",
          rows, seconds, rows / seconds, (cpuNanos() - cpu) / 1e3 / rows);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void latency(Servers servers, int events) throws Exception {
    try (Replica replica = new Replica(servers).relaying()) {
      long[] committed = new long[events];
      long[] arrived = new long[events];
      long[] polled = new long[events];
      CountDownLatch all = new CountDownLatch(2 * events);
      UUID id = UUID.randomUUID();
      new Consuming(replica).with(new Stopwatch(id, arrived, all), "a");
      Thread poller = new Thread(() -> poll(servers, id, polled, all));
      poller.start();
      Thread.sleep(5_000); // the consumers join
      for (int i = 0; i < events; i++) {
        replica.announce(customer(id, i));
        committed[i] = System.nanoTime();
        Thread.sleep(2);
      }
      all.await();
      poller.join();
      print("commit to poll", committed, polled);
      print("commit to apply", committed, arrived);
    }
  }

  private static void print(String what, long[] from, long[] to) {
    double[] millis =
        IntStream.range(from.length / 3, from.length)
            .mapToDouble(i -> (to[i] - from[i]) / 1e6)
            .sorted()
            .toArray();
    System.out.printf(
        "BENCH %s: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, max %.2f ms (%d events)%n",
        what,
        millis[millis.length / 2],
        millis[millis.length * 9 / 10],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1],
        millis.length);
  }

  private static void poll(Servers servers, UUID id, long[] polled, CountDownLatch all) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          IntStream.range(0, 6).mapToObj(p -> new TopicPartition("meridian.customers", p)).toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      for (int seen = 0; seen < polled.length; ) {
        for (var message : consumer.poll(Duration.ofSeconds(1))) {
          long now = System.nanoTime();
          if (message.key().equals(id.toString())) {
            String sequence =
                new String(message.headers().lastHeader("ce_sequence").value(), UTF_8);
            polled[Integer.parseInt(sequence)] = now;
            seen++;
            all.countDown();
          }
        }
      }
    }
  }

  private record Stopwatch(UUID id, long[] arrived, CountDownLatch all) implements EventConsumer {
    @Override
    public String name() {
      return "stopwatch-" + id;
    }

    @Override
    public Set<Topic> topics() {
      return Set.of(Topic.CUSTOMERS);
    }

    @Override
    public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
      long now = System.nanoTime();
      for (Received received : batch) {
        CustomerEvent event = (CustomerEvent) received.event();
        if (event.customerId().equals(id)) {
          arrived[(int) event.sequence()] = now;
          all.countDown();
        }
      }
      return Uni.createFrom().voidItem();
    }
  }
}
