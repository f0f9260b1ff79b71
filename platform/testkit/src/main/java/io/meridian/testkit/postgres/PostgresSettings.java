package io.meridian.testkit.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one PostgreSQL server is run.
 *
 * @param data the cluster's folder; made at the first start, kept after
 * @param log where the server writes its log, appended
 * @param port TCP port on the loopback address
 * @param password of the superuser {@value #USER}, set when the cluster is made
 * @param options server settings ({@code name → value}) over the house's own
 */
public record PostgresSettings(
    Path data, Path log, int port, String password, Map<String, String> options) {

  /** The one user of an embedded cluster. */
  public static final String USER = "meridian";

  /** Connections that the server allows. */
  public static final int CONNECTIONS_MAX = 200;

  /** With the house's own settings first, so that {@code options} win. */
  Map<String, String> effective() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("max_connections", Integer.toString(CONNECTIONS_MAX));
    all.put("fsync", "on");
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    all.put("log_min_messages", "warning");
    all.put("max_wal_size", "4GB");
    all.put("checkpoint_completion_target", "0.9");
    all.putAll(options);
    all.put("port", Integer.toString(port));
    return all;
  }

  /** JDBC address of a database of this server. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Address of a database of this server for the Vert.x client. */
  public String reactiveUrl(String database) {
    return "postgresql://127.0.0.1:" + port + "/" + database;
  }
}
