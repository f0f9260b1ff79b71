package io.meridian.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.metrics.domain.WindowPlan.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowPlanTest {

  private static final List<Grain> ALL = List.of(Grain.HOUR, Grain.DAY, Grain.WEEK);

  @Test
  void a_year_needs_weeks_and_a_few_days() {
    WindowPlan plan = WindowPlan.of(window("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), ALL);
    assertThat(plan.edges()).isEmpty();
    assertThat(plan.spans())
        .containsExactlyInAnyOrder(
            new Span(Grain.WEEK, window("2026-01-05T00:00:00Z", "2026-12-28T00:00:00Z")),
            new Span(Grain.DAY, window("2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z")),
            new Span(Grain.DAY, window("2026-12-28T00:00:00Z", "2027-01-01T00:00:00Z")));
  }

  @Test
  void a_window_inside_one_hour_is_all_edge() {
    Window window = window("2026-03-08T07:10:00Z", "2026-03-08T07:20:00.001Z");
    assertThat(WindowPlan.of(window, ALL)).isEqualTo(new WindowPlan(List.of(), List.of(window)));
  }

  @Test
  void an_edge_never_crosses_a_bucket() {
    WindowPlan plan = WindowPlan.of(window("2026-03-08T23:30:00Z", "2026-03-09T00:15:00Z"), ALL);
    assertThat(plan.spans()).isEmpty();
    assertThat(plan.edges())
        .containsExactlyInAnyOrder(
            window("2026-03-08T23:30:00Z", "2026-03-09T00:00:00Z"),
            window("2026-03-09T00:00:00Z", "2026-03-09T00:15:00Z"));
  }

  @Test
  void an_empty_window_needs_nothing() {
    Window empty = window("2026-03-08T07:00:00Z", "2026-03-08T07:00:00Z");
    assertThat(WindowPlan.of(empty, ALL)).isEqualTo(new WindowPlan(List.of(), List.of()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spans_and_edges_tile_the_window(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Grain> grains = ALL.subList(random.nextInt(3), 3);
    Window window = anyWindow(random);
    WindowPlan plan = WindowPlan.of(window, grains);

    List<Window> tiles = new ArrayList<>(plan.edges());
    plan.spans().forEach(span -> tiles.add(span.window()));
    tiles.sort(Comparator.comparing(Window::from));
    Instant reached = window.from();
    for (Window tile : tiles) {
      assertThat(tile.isEmpty()).isFalse();
      assertThat(tile.from()).isEqualTo(reached);
      reached = tile.to();
    }
    assertThat(reached).isEqualTo(window.to());
    for (Span span : plan.spans()) {
      assertThat(span.grain().floor(span.window().from())).isEqualTo(span.window().from());
      assertThat(span.grain().floor(span.window().to())).isEqualTo(span.window().to());
    }
    Grain finest = grains.getFirst();
    assertThat(plan.edges()).hasSizeLessThanOrEqualTo(2);
    for (Window edge : plan.edges()) {
      assertThat(finest.floor(edge.to().minusMillis(1))).isEqualTo(finest.floor(edge.from()));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  /** Aimed at bucket edges: half of the ends lie within a few milliseconds of one. */
  static Window anyWindow(RandomGenerator random) {
    Instant a = anyInstant(random);
    Instant b =
        random.nextInt(4) == 0 ? a.plusMillis(random.nextLong(7_200_000)) : anyInstant(random);
    return a.isBefore(b) ? new Window(a, b) : new Window(b, a);
  }

  static Instant anyInstant(RandomGenerator random) {
    Instant at =
        Instant.parse("2026-01-01T00:00:00Z")
            .plusMillis(random.nextLong(Duration.ofDays(60).toMillis()));
    if (random.nextBoolean()) {
      return at;
    }
    return ALL.get(random.nextInt(3)).floor(at).plusMillis(random.nextInt(-2, 3));
  }

  private static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }
}
