package io.meridian.metrics.application;

import static java.util.Objects.requireNonNull;

import io.meridian.testkit.MeridianServers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** A fresh database with the service's schema, beside the one of the Quarkus tests. */
final class MetricsDatabase implements AutoCloseable {

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

  static MetricsDatabase create(String name) {
    Map<String, String> settings = new MeridianServers().start();
    String url = requireNonNull(settings.get("quarkus.datasource.jdbc.url"));
    execute(url, settings, "create database " + name);
    String own = url.replaceFirst("/[^/?]+(?=$|\\?)", "/" + name);
    MetricsDatabase database = new MetricsDatabase(own, settings, name);
    database.execute(migration());
    return database;
  }

  /** Runs statements through JDBC. */
  void execute(String sql) {
    execute(jdbcUrl, settings, sql);
  }

  Connection connect() throws SQLException {
    return connect(jdbcUrl, settings);
  }

  /** Runs work in one transaction and waits for it. */
  <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work).await().atMost(PATIENCE);
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

  private static Connection connect(String url, Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(
        url,
        settings.get("quarkus.datasource.username"),
        settings.get("quarkus.datasource.password"));
  }

  private static String migration() {
    try (InputStream file =
        requireNonNull(
            MetricsDatabase.class.getResourceAsStream("/db/migration/V1__metrics.sql"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
