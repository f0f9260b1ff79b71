package io.meridian.local.house;

import java.time.Instant;

/** A running house under test: real processes, a clock at speed, and parts that can be killed. */
interface Stack extends AutoCloseable {

  /** The front door. */
  String url();

  /** A token of a role; for {@code tam} the TAM's id. */
  String token(String role, String id);

  String kafkaBootstrapServers();

  /** What the house's clock reads. */
  Instant now();

  /** Ends a part as {@code kill -9} does. */
  void kill(String part);

  /** Starts a killed part again and returns when it answers. */
  void restart(String part);

  @Override
  void close();
}
