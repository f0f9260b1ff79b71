package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoverageAgreementTest {

  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @Test
  void it_counts_from_the_instant_it_is_made_and_never_backwards() {
    assertThat(agreement(1, 2, 10, 5).effective()).isEqualTo(interval(5, 10));
    assertThat(agreement(1, 6, 10, 5).effective()).isEqualTo(interval(6, 10));
    assertThat(agreement(1, 2, 10, 5).hasBegun(hour(5))).isFalse();
    assertThat(agreement(1, 2, 10, 5).hasBegun(hour(6))).isTrue();
  }

  @Test
  void a_gap_is_cut_where_an_agreement_begins_and_ends() {
    assertThat(CoverageGap.cut(List.of(gap(4, 12, null)), List.of(agreement(1, 6, 9, 0))))
        .containsExactly(gap(4, 6, null), gap(6, 9, 1), gap(9, 12, null));
  }

  @Test
  void what_lies_in_an_agreement_stays_whole_and_what_lies_beside_it_too() {
    CoverageGap before = gap(2, 4, null);
    CoverageGap inside = gap(6, 7, null);
    CoverageGap after = gap(9, 10, null);
    assertThat(CoverageGap.cut(List.of(before, inside, after), List.of(agreement(1, 4, 9, 0))))
        .containsExactly(before, gap(6, 7, 1), after);
  }

  @Test
  void of_several_in_one_place_the_earliest_made_counts() {
    CoverageAgreement first = agreement(1, 6, 10, 0);
    CoverageAgreement second = agreement(2, 4, 12, 1);
    assertThat(CoverageGap.cut(List.of(gap(0, 24, null)), List.of(second, first)))
        .containsExactly(
            gap(0, 4, null), gap(4, 6, 2), gap(6, 10, 1), gap(10, 12, 2), gap(12, 24, null));
    assertThat(
            CoverageGap.cut(
                List.of(gap(0, 24, null)), List.of(agreement(1, 2, 20, 0), agreement(2, 4, 8, 1))))
        .containsExactly(gap(0, 2, null), gap(2, 20, 1), gap(20, 24, null));
  }

  @Test
  void touching_and_overlapping_ones_are_one_stretch() {
    assertThat(
            CoverageAgreement.merged(
                List.of(
                    agreement(1, 8, 9, 0),
                    agreement(2, 2, 5, 0),
                    agreement(3, 1, 7, 3),
                    agreement(4, 7, 8, 0),
                    agreement(5, 12, 13, 0))))
        .containsExactly(interval(2, 9), interval(12, 13));
    assertThat(CoverageAgreement.merged(List.of())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_pieces_of_gaps_partition_them_and_each_says_who_agreed(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    List<CoverageAgreement> agreements = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      int made = random.nextInt(30);
      int from = random.nextInt(40);
      int until = Math.max(made, from) + 1 + random.nextInt(15);
      agreements.add(agreement(i, from, until, made));
    }
    List<CoverageGap> gaps = new ArrayList<>();
    for (int at = random.nextInt(5); at < 60; at += 1 + random.nextInt(10)) {
      int end = at + 1 + random.nextInt(10);
      gaps.add(gap(at, end, null));
      at = end;
    }
    List<CoverageGap> pieces = CoverageGap.cut(gaps, agreements);
    assertThat(CoverageGap.total(pieces)).isEqualTo(CoverageGap.total(gaps));
    for (CoverageGap gap : gaps) {
      List<CoverageGap> its =
          pieces.stream()
              .filter(p -> !p.start().isBefore(gap.start()) && !p.end().isAfter(gap.end()))
              .toList();
      assertThat(its.getFirst().start()).isEqualTo(gap.start());
      assertThat(its.getLast().end()).isEqualTo(gap.end());
      for (int i = 1; i < its.size(); i++) {
        assertThat(its.get(i).start()).isEqualTo(its.get(i - 1).end());
        assertThat(its.get(i).agreed()).isNotEqualTo(its.get(i - 1).agreed());
      }
    }
    for (CoverageGap piece : pieces) {
      for (Instant at = piece.start(); at.isBefore(piece.end()); at = at.plusSeconds(3600)) {
        assertThat(Optional.ofNullable(piece.agreed())).isEqualTo(firstMade(agreements, at));
        assertThat(piece.isAgreed()).isEqualTo(isCovered(CoverageAgreement.merged(agreements), at));
      }
    }
  }

  private static Optional<UUID> firstMade(List<CoverageAgreement> agreements, Instant at) {
    return agreements.stream()
        .filter(a -> !at.isBefore(a.madeAt()) && !at.isBefore(a.from()) && at.isBefore(a.until()))
        .min(Comparator.comparing(CoverageAgreement::madeAt).thenComparing(CoverageAgreement::id))
        .map(CoverageAgreement::id);
  }

  private static boolean isCovered(List<Interval> intervals, Instant at) {
    return intervals.stream().filter(interval -> interval.covers(at)).count() == 1;
  }

  private static CoverageAgreement agreement(int number, int from, int until, int made) {
    return new CoverageAgreement(
        id(number), hour(from), hour(until), "agreed", "manager-mia", hour(made), 1);
  }

  private static CoverageGap gap(int from, int to, @Nullable Integer agreed) {
    return new CoverageGap(
        hour(from), hour(to), CoverageGap.Cause.NO_SHIFT, agreed == null ? null : id(agreed));
  }

  private static Interval interval(int from, int to) {
    return new Interval(hour(from), hour(to));
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static Instant hour(int hour) {
    return DAY.plus(Duration.ofHours(hour));
  }
}
