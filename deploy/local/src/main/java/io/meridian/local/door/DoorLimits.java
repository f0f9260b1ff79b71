package io.meridian.local.door;

import java.time.Duration;

/**
 * What the door gives away at most.
 *
 * @param request how long a whole request may take to come, however busy it keeps the connection
 * @param patience how long a request waits for its turn at a service
 * @param requests how many requests are with one service at once
 * @param streams how many streams one service sends at once, beside its requests
 * @param connections how many connections one peer may hold
 */
record DoorLimits(Duration request, Duration patience, int requests, int streams, int connections) {
  static final DoorLimits USUAL =
      new DoorLimits(Duration.ofSeconds(30), Duration.ofSeconds(5), 128, 4_096, 2_000);
}
