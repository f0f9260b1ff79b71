package io.meridian.local.house;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A running house under test: real processes, a clock at speed, and parts that can be killed. */
interface Stack extends AutoCloseable {

  /** The front door. */
  String url();

  /** A token of a role; for {@code tam} the TAM's id. */
  String token(String role, String id);

  Map<String, Object> broker();

  /** Ids of every TAM of the demo world. */
  List<String> tams();

  /** Waits until no event is on its way: outboxes empty, every consumer at the end. */
  void awaitQuiet();

  /** How many messages lie in dead-letter topics. */
  long deadLetters();

  /** What the house's clock reads. */
  Instant now();

  /** Ends a part as {@code kill -9} does. */
  void kill(String part);

  /** Starts a killed part again and returns when it answers. */
  void restart(String part);

  @Override
  void close();
}
