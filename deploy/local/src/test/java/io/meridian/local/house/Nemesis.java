package io.meridian.local.house;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Kills a service at random moments and brings it back, one after the other, until told to stop.
 * However slowly services start on a machine, the house is whole for as long as it was broken: else
 * nobody could take anything over.
 */
final class Nemesis implements Runnable {

  private static final List<String> SERVICES =
      List.of("customer-service", "escalation-service", "handoff-service", "metrics-service");

  private final Stack stack;
  private final RandomGenerator random;
  private volatile boolean running = true;
  private int kills;

  Nemesis(Stack stack, long seed) {
    this.stack = stack;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Override
  public void run() {
    for (int round = 0; running; round++) {
      String victim = SERVICES.get((round + random.nextInt(2)) % SERVICES.size());
      SimulatedTams.pause(1_500 + random.nextInt(4_000));
      stack.kill(victim);
      SimulatedTams.pause(random.nextInt(1_000));
      long began = System.nanoTime();
      stack.restart(victim);
      kills++;
      SimulatedTams.pause(Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
  }

  void stop() {
    running = false;
  }

  int kills() {
    return kills;
  }
}
