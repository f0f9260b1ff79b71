package io.meridian.local.door;

import io.vertx.core.http.HttpConnection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How many connections each peer holds: whoever holds too many gets no answer but that. */
final class ConnectionShares {
  private final Map<String, Integer> held = new ConcurrentHashMap<>();
  private final Set<HttpConnection> beyond = ConcurrentHashMap.newKeySet();
  private final int most;

  ConnectionShares(int most) {
    this.most = most;
  }

  /** Counts a connection until it is closed. */
  void count(HttpConnection connection) {
    String peer = connection.remoteAddress().hostAddress();
    if (held.merge(peer, 1, Integer::sum) > most) {
      beyond.add(connection);
    }
    connection.closeHandler(
        closed -> {
          beyond.remove(connection);
          held.computeIfPresent(peer, (who, count) -> count > 1 ? count - 1 : null);
        });
  }

  /** Whether it is one more than its peer may hold. */
  boolean isBeyond(HttpConnection connection) {
    return beyond.contains(connection);
  }
}
