package io.meridian.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.RollupChanges.Place;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RollupChangesTest {

  private static final UUID CUSTOMER = UUID.fromString("00000000-0000-0000-0000-00000000c001");

  @Test
  void a_gap_counts_where_it_began_and_lasts_where_it_lasted() {
    RollupChanges changes = new RollupChanges();
    changes.add(gap("2026-03-08T23:50:00Z", "2026-03-09T01:10:00Z"));

    assertThat(hour(changes, "2026-03-08T23:00:00Z"))
        .isEqualTo(new Tally(1, 600_000, 4_800_000, -1));
    assertThat(hour(changes, "2026-03-09T00:00:00Z")).isEqualTo(new Tally(0, 3_600_000, 0, -1));
    assertThat(hour(changes, "2026-03-09T01:00:00Z")).isEqualTo(new Tally(0, 600_000, 0, -1));
    assertThat(hour(changes, "2026-03-09T02:00:00Z")).isNull();
  }

  @Test
  void an_open_gap_and_a_void_one_are_not_rolled_up() {
    RollupChanges changes = new RollupChanges();
    changes.add(gap("2026-03-08T23:50:00Z", null));
    changes.add(
        new GapFact(
            Instant.parse("2026-03-08T23:50:00Z"),
            Instant.parse("2026-03-09T01:10:00Z"),
            GapCause.COVERAGE_HOLE,
            "EMEA",
            null,
            Severity.SEV1,
            null,
            "tam-kai",
            null,
            false,
            true));
    assertThat(changes.tallies()).isEmpty();
  }

  @Test
  void a_gap_of_no_length_counts_and_lasts_nothing() {
    RollupChanges changes = new RollupChanges();
    changes.add(gap("2026-03-08T23:00:00Z", "2026-03-08T23:00:00Z"));
    assertThat(hour(changes, "2026-03-08T23:00:00Z")).isEqualTo(new Tally(1, 0, 0, -1));
  }

  @Test
  void a_gap_that_was_agreed_to_is_in_no_figure_but_its_own() {
    RollupChanges changes = new RollupChanges();
    changes.add(agreed("2026-03-08T23:50:00Z", "2026-03-09T01:10:00Z"));
    assertThat(hour(changes, "2026-03-08T23:00:00Z")).isEqualTo(Tally.agreed(600_000));
    assertThat(hour(changes, "2026-03-09T00:00:00Z")).isEqualTo(Tally.agreed(3_600_000));
    changes.remove(agreed("2026-03-08T23:50:00Z", "2026-03-09T01:10:00Z"));
    changes.add(gap("2026-03-08T23:50:00Z", "2026-03-09T00:10:00Z"));
    assertThat(hour(changes, "2026-03-08T23:00:00Z"))
        .isEqualTo(new Tally(1, 600_000, 1_200_000, -1, 0));
  }

  @Test
  void taking_the_longest_away_asks_to_look_again() {
    RollupChanges changes = new RollupChanges();
    changes.remove(gap("2026-03-08T23:10:00Z", "2026-03-08T23:40:00Z"));
    changes.add(gap("2026-03-08T23:10:00Z", "2026-03-08T23:30:00Z"));
    Tally tally = hour(changes, "2026-03-08T23:00:00Z");
    assertThat(tally).isEqualTo(new Tally(0, -600_000, 1_200_000, 1_800_000));
    assertThat(tally.mayShrink()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_buckets_of_each_grain_sum_to_the_whole(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    RollupChanges changes = new RollupChanges();
    long millis = 0;
    for (int i = 0; i < 20; i++) {
      Window whole = WindowPlanTest.anyWindow(random);
      changes.add(gap(whole.from().toString(), whole.to().toString()));
      millis += whole.millis();
    }
    for (Facet facet : Facet.values()) {
      for (Grain grain : facet.grains()) {
        assertThat(sum(changes, facet, grain)).isEqualTo(new Sum(20, millis));
      }
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private record Sum(long gaps, long millis) {}

  private static Sum sum(RollupChanges changes, Facet facet, Grain grain) {
    long gaps = 0;
    long millis = 0;
    for (var entry : changes.tallies().entrySet()) {
      if (entry.getKey().facet() == facet && entry.getKey().grain() == grain) {
        gaps += entry.getValue().gaps();
        millis += entry.getValue().millis();
      }
    }
    return new Sum(gaps, millis);
  }

  private static @Nullable Tally hour(RollupChanges changes, String bucket) {
    Facet.Key key = Facet.REGION_PAIR.keyOf(gap(bucket, null));
    return changes
        .tallies()
        .get(new Place(Facet.REGION_PAIR, Grain.HOUR, Instant.parse(bucket), key));
  }

  private static GapFact gap(String start, @Nullable String end) {
    return new GapFact(
        Instant.parse(start),
        end == null ? null : Instant.parse(end),
        GapCause.UNACCEPTED_HANDOFF,
        "EMEA",
        "AMER",
        Severity.SEV1,
        CUSTOMER,
        "tam-kai",
        "tam-eva",
        false,
        false);
  }

  private static GapFact agreed(String start, String end) {
    return new GapFact(
        Instant.parse(start),
        Instant.parse(end),
        GapCause.COVERAGE_HOLE,
        "EMEA",
        "AMER",
        Severity.SEV1,
        CUSTOMER,
        "tam-kai",
        null,
        true,
        false);
  }
}
