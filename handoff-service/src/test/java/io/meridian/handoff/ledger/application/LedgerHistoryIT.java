package io.meridian.handoff.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Attendance;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.RandomHistory;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of escalations through the real store, with openings and closings heard of late, and
 * boundaries made up late: whenever all boundaries are settled, the stored ledger is the derived
 * one, row by row.
 */
@QuarkusTest
@TestProfile(QuietProfile.class)
@WithTestResource(MeridianServers.class)
class LedgerHistoryIT {
  private static final Duration STEP_MAX = Duration.ofHours(4);

  @Inject Transactions transactions;
  @Inject Ledger ledger;
  @Inject EscalationFollower follower;
  @Inject MovableClock clock;
  @Inject Pool pool;

  static LongStream seeds() {
    return RandomHistory.seeds(25);
  }

  @AfterEach
  void real_time_again() {
    clock.run();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_stored_ledger_is_the_derived_one(long seed) {
    new Run(seed).play();
  }

  private final class Run {
    private final LedgerDatabase database = new LedgerDatabase(pool);
    private final RandomHistory world;
    private final Roster roster;
    private final Map<UUID, EscalationState> told = new HashMap<>();
    private final List<EscalationState> untold = new ArrayList<>();
    private final NavigableSet<Instant> due = new TreeSet<>();
    private Instant now;
    private int count;

    Run(long seed) {
      world = new RandomHistory(seed);
      roster = world.roster();
      now = world.from();
      due.addAll(roster.boundaries());
      due.removeIf(at -> !at.isAfter(now));
    }

    void play() {
      database.clear();
      database.calendar();
      database.roster(roster.shifts());
      while (now.isBefore(world.to())) {
        now = next();
        clock.set(now);
        for (int i = world.random.nextInt(4); i > 0; i--) {
          act();
        }
        if (world.random.nextInt(3) > 0) {
          hear();
        }
        if (world.random.nextInt(3) > 0) {
          settle();
          hear();
          compare();
        }
      }
    }

    /** Often exactly a boundary, or a millisecond beside it. */
    private Instant next() {
      Instant at = now.plusMillis(world.random.nextLong(1, STEP_MAX.toMillis()));
      Instant boundary = roster.boundaries().higher(now);
      boolean near = boundary != null && boundary.isBefore(at) && world.random.nextBoolean();
      Instant chosen = near ? boundary.plusMillis(world.random.nextInt(3) - 1L) : at;
      return chosen.isAfter(now) ? chosen : now.plusMillis(1);
    }

    private void act() {
      EscalationState one = anyOf(new ArrayList<>(told.values()));
      switch (world.random.nextInt(7)) {
        case 0, 1 -> untold.add(opened());
        case 2 -> {
          if (one != null && one.closedAt() == null) {
            untold.add(
                changed(
                    one, EscalationStatus.CLOSED, one.openedAt(), earlier(one), one.severity()));
          }
        }
        case 3 -> {
          if (one != null && one.closedAt() != null) {
            untold.add(changed(one, EscalationStatus.OPEN, now, null, one.severity()));
          }
        }
        case 4 -> {
          if (one != null) { // after the close too: that must not count as load
            Severity other = Severity.values()[world.random.nextInt(4)];
            untold.add(changed(one, one.status(), one.openedAt(), one.closedAt(), other));
          }
        }
        case 5 -> transfer(one);
        default -> hold(one);
      }
    }

    /** Everything untold is told, in one batch. */
    private void hear() {
      if (!untold.isEmpty()) {
        List<EscalationState> batch = List.copyOf(untold);
        untold.clear();
        batch.forEach(state -> told.put(state.id(), state));
        write(unit -> follower.follow(unit, batch));
      }
    }

    private void settle() {
      while (!due.isEmpty() && !due.first().isAfter(now)) {
        Instant boundary = due.pollFirst();
        write(
            unit ->
                ledger
                    .settle(unit, boundary, roster, Set.of(), Optional.empty())
                    .replaceWithVoid());
      }
    }

    private void transfer(@Nullable EscalationState one) {
      if (one == null) {
        return;
      }
      String region = world.region();
      Instant effective =
          world.random.nextInt(3) == 0 ? now.plusSeconds(world.random.nextInt(20_000)) : now;
      Instant hold =
          world.random.nextInt(4) == 0 ? effective.plusSeconds(world.random.nextInt(20_000)) : null;
      Transfer transfer =
          new Transfer(
              one.id(),
              world.tam(region),
              region,
              effective,
              AccountabilityBasis.HANDOFF,
              UUID.randomUUID(),
              hold);
      if (effective.isAfter(now)) {
        due.add(effective);
      }
      if (hold != null) {
        due.add(hold);
      }
      write(unit -> ledger.transfer(unit, List.of(transfer)));
    }

    private void hold(@Nullable EscalationState one) {
      if (one != null) {
        Instant until = now.plusSeconds(1 + world.random.nextInt(20_000));
        due.add(until);
        write(unit -> ledger.hold(unit, Set.of(one.id()), now, until).replaceWithVoid());
      }
    }

    private void compare() {
      Map<String, List<Gap>> expected = new TreeMap<>();
      Map<String, List<Hold>> holds = database.holds();
      database
          .accountability()
          .forEach(
              (span, intervals) -> {
                String id = span.split(" ")[0];
                List<Gap> gaps = derived(intervals, holds.getOrDefault(id, List.of()));
                if (!gaps.isEmpty()) {
                  expected.computeIfAbsent(id, i -> new ArrayList<>()).addAll(gaps);
                }
              });
      assertThat(database.gaps()).as("at %s", now).isEqualTo(expected);
      assertThat(database.loads()).isEqualTo(database.countedLoads());
    }

    private List<Gap> derived(List<Accountability> intervals, List<Hold> holds) {
      Instant until = now.plusMillis(1);
      Attendance attendance = new Attendance(roster, new ShiftChanges(roster, Terms.DEFAULT));
      return Gap.in(attendance.of(intervals, holds, List.of(), until), until);
    }

    private EscalationState opened() {
      Instant at =
          now.minusSeconds(world.random.nextInt(3) == 0 ? world.random.nextInt(30_000) : 0);
      UUID id = new UUID(world.random.nextLong(), world.random.nextLong());
      Severity severity = Severity.values()[world.random.nextInt(4)];
      return new EscalationState(
          id,
          "ESC-" + ++count,
          "title",
          null,
          severity,
          EscalationStatus.OPEN,
          null,
          List.of(),
          null,
          ServiceHours.FOLLOW_THE_SUN,
          null,
          at,
          null,
          null,
          null,
          1,
          at);
    }

    private EscalationState changed(
        EscalationState e,
        EscalationStatus status,
        Instant openedAt,
        @Nullable Instant closedAt,
        Severity severity) {
      EscalationState changed =
          new EscalationState(
              e.id(),
              e.shortId(),
              e.title(),
              null,
              severity,
              status,
              null,
              List.of(),
              null,
              ServiceHours.FOLLOW_THE_SUN,
              null,
              openedAt,
              null,
              null,
              closedAt,
              e.revision() + 1,
              now);
      told.put(e.id(), changed);
      return changed;
    }

    /** A closing instant up to some hours ago, but not before the opening. */
    private Instant earlier(EscalationState one) {
      Instant at =
          now.minusSeconds(world.random.nextInt(3) == 0 ? world.random.nextInt(20_000) : 0);
      return at.isBefore(one.openedAt()) ? one.openedAt() : at;
    }

    private <T> @Nullable T anyOf(List<T> items) {
      return items.isEmpty() ? null : items.get(world.random.nextInt(items.size()));
    }

    private void write(Function<UnitOfWork, Uni<Void>> work) {
      transactions.write(work).await().atMost(Duration.ofSeconds(60));
    }
  }
}
