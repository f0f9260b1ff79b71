package io.meridian.bench;

import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import io.meridian.local.stack.Progress;
import io.meridian.local.stack.StackOptions;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A local stack for measuring, in a folder of its own that goes with it. */
final class BenchHouse implements AutoCloseable {

  /** Settings of a small honest server: every commit is durable. */
  private static final Map<String, String> DATABASE =
      Map.of("max_wal_size", "4GB", "shared_buffers", "512MB", "checkpoint_timeout", "30min");

  private final Path data;
  private LocalStack stack;

  private BenchHouse(Path data, LocalStack stack) {
    this.data = data;
    this.stack = stack;
  }

  /** Starts the named parts on free ports. */
  static BenchHouse start(
      Set<Part> parts, @Nullable ClockSettings clock, Map<String, String> intake) {
    try {
      Path data = Files.createTempDirectory("meridian-bench-");
      return new BenchHouse(data, start(data, parts, clock, intake));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalStack start(
      Path data, Set<Part> parts, @Nullable ClockSettings clock, Map<String, String> intake) {
    StackOptions options =
        StackOptions.in(data).at(PortPlan.free()).only(parts).on(clock).withDatabase(DATABASE);
    for (Map.Entry<String, String> setting : intake.entrySet()) {
      options = options.with(Part.ESCALATION, setting.getKey(), setting.getValue());
    }
    return LocalStack.start(options, Progress.SILENT);
  }

  /** Stops, and starts again on the same data with other parts. */
  void restartWith(Set<Part> parts, @Nullable ClockSettings clock, Map<String, String> intake) {
    stack.close();
    stack = start(data, parts, clock, intake);
  }

  LocalStack stack() {
    return stack;
  }

  int port(Part part) {
    return stack.options().ports().port(part);
  }

  /** The process of a part; PostgreSQL's sessions are its children. */
  long pid(Part part) {
    return stack.pid(part);
  }

  /** A new connection to a database, as its superuser. */
  Connection connect(String database) throws SQLException {
    PostgresSettings server = stack.database();
    return DriverManager.getConnection(
        server.jdbcUrl(database), PostgresSettings.USER, server.password());
  }

  /** The one number a query answers. */
  long number(String database, String sql) {
    try (Connection connection = connect(database);
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  void execute(String database, String... sql) {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", sql), e);
    }
  }

  /** How many records a topic holds. */
  long records(String topic) {
    Properties settings = new Properties();
    settings.putAll(stack.broker());
    try (Admin admin = Admin.create(settings)) {
      var partitions =
          admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
              .flatMap(about -> about.partitions().stream())
              .toList();
      Map<TopicPartition, OffsetSpec> ends =
          partitions.stream()
              .collect(
                  java.util.stream.Collectors.toMap(
                      p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
      return admin.listOffsets(ends).all().get().values().stream().mapToLong(o -> o.offset()).sum();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a topic of one partition unless it is there. */
  void ensureTopic(String topic) {
    Properties settings = new Properties();
    settings.putAll(stack.broker());
    try (Admin admin = Admin.create(settings)) {
      if (!admin.listTopics().names().get().contains(topic)) {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it holds, looking every 20 ms; fails after the limit. */
  static void await(String what, Duration limit, BooleanSupplier holds) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(what + " did not hold within " + limit);
      }
      pause(20);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stack.close();
    delete(data);
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
