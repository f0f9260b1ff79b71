package io.meridian.runtime.work;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The pool of connections, each of which keeps prepared what it has executed, however long the
 * statement is. The driver keeps those of less than 2,048 characters; the longest write of the
 * intake is longer, and planning it anew took as long as writing a small batch.
 */
@Singleton
class PreparedStatements implements PgPoolCreator {

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> servers = input.pgConnectOptionsList();
    servers.forEach(server -> server.setPreparedStatementCacheSqlFilter(statement -> true));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(servers.getFirst())
        .using(input.vertx())
        .build();
  }
}
