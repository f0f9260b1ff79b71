package io.meridian.local.demo;

import io.meridian.local.client.Api;
import io.meridian.local.seed.Seed;
import io.meridian.local.seed.World;
import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.LocalStack;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Plays a plan on a running stack whose clock is the plan's. */
public final class Demo {

  private static final long LOOK_MILLIS = 150;

  private final DemoPlan plan;
  private final LocalStack stack;
  private final InstantSource now;
  private final Api manager;
  private final PrintWriter out;

  /**
   * @param clock the stack's
   */
  public Demo(DemoPlan plan, LocalStack stack, ClockSettings clock, PrintWriter out) {
    this.plan = plan;
    this.stack = stack;
    InstantSource real = Clock.systemUTC();
    this.now = () -> clock.at(real.instant());
    this.manager = Api.at(stack.url(), stack.tokens().manager());
    this.out = out;
  }

  /** Fills the house, plays the time, and prints what happens and what went unattended. */
  public void run() throws InterruptedException {
    World world = World.ofTheHouse().withDailyRotations();
    Seed seed = new Seed(world, stack.url(), stack.tokens());
    seed.calendar();
    List<String> customers = List.copyOf(seed.customers().values());
    Instant begin = later(plan.from(), now.instant());
    out.printf("  playing %s to %s, %.0f times as fast%n", begin, plan.to(), plan.speed());
    out.flush();
    while (now.instant().isBefore(begin)) {
      Thread.sleep(50);
    }
    play(customers);
    new GapReport(manager, begin, plan.to()).print(out);
  }

  private void play(List<String> customers) throws InterruptedException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed());
    SimulatedCustomers people = new SimulatedCustomers(manager, customers, plan, random);
    SimulatedTams tams = new SimulatedTams(manager, stack.tokens(), random);
    ShiftChangeBoard board = new ShiftChangeBoard(out);
    board.header();
    while (now.instant().isBefore(plan.to())) {
      people.act(now.instant());
      List<Offer> handoffs = manager.all("/handoffs").stream().map(Offer::of).toList();
      board.look(handoffs, now.instant());
      tams.act(handoffs, now.instant());
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
