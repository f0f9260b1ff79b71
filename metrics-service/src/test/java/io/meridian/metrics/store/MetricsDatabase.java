package io.meridian.metrics.store;

import static java.util.Objects.requireNonNull;

import io.meridian.runtime.work.UnitOfWork;
import io.meridian.testkit.MeridianServers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** A fresh database with the service's schema, beside the one of the Quarkus tests. */
public final class MetricsDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;
  private final String jdbcUrl;
  private final Map<String, String> settings;

  private MetricsDatabase(String jdbcUrl, Map<String, String> settings, String name) {
    this.jdbcUrl = jdbcUrl;
    this.settings = settings;
    String url = requireNonNull(settings.get("quarkus.datasource.reactive.url"));
    PgConnectOptions options =
        PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
            .setUser(settings.get("quarkus.datasource.username"))
            .setPassword(settings.get("quarkus.datasource.password"))
            .setDatabase(name)
            .setCachePreparedStatements(true);
    this.pool =
        Pool.newInstance(
            PgBuilder.pool()
                .using(vertx)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(4))
                .build());
  }

  /** Made in the server of the Quarkus tests. */
  public static MetricsDatabase create(String name) {
    Map<String, String> settings = new MeridianServers().start();
    String url = requireNonNull(settings.get("quarkus.datasource.jdbc.url"));
    execute(url, settings, "create database " + name);
    String own = url.replaceFirst("/[^/?]+(?=$|\\?)", "/" + name);
    MetricsDatabase database = new MetricsDatabase(own, settings, name);
    database.run("/db/migration/V1__metrics.sql");
    database.run("/db/migration/V2__asked.sql");
    database.run("/db/migration/V3__agreed_and_rests.sql");
    return database;
  }

  /** Runs statements through JDBC. */
  public void execute(String sql) {
    execute(jdbcUrl, settings, sql);
  }

  /** The one number a query answers. */
  public long number(String sql) {
    return Long.parseLong(lines(sql).getFirst());
  }

  /** Runs work in one transaction and waits for it. */
  public <T> T inTransaction(Function<UnitOfWork, Uni<T>> work) {
    return pool.withTransaction(connection -> work.apply(UnitOfWork.on(connection)))
        .await()
        .atMost(PATIENCE);
  }

  @Override
  public void close() {
    pool.close().await().atMost(PATIENCE);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static void execute(String url, Map<String, String> settings, String sql) {
    try (Connection connection = connect(url, settings);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the simple protocol, which lets a plan be asked for without parameters. */
  private static Connection connect(String url, Map<String, String> settings) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", settings.get("quarkus.datasource.username"));
    properties.setProperty("password", settings.get("quarkus.datasource.password"));
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(url, properties);
  }

  /** Runs a file of the class path. */
  void run(String resource) {
    try (InputStream file = requireNonNull(MetricsDatabase.class.getResourceAsStream(resource))) {
      execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a query's answer. */
  List<String> lines(String sql) {
    try (Connection connection = connect(jdbcUrl, settings);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
