package io.meridian.handoff.notification.domain.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.notification.domain.live.RecentNews.News;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a listener is in the log, and what they missed. */
class StreamPositionTest {

  @Test
  void it_is_written_and_read_and_only_moves_forward() {
    StreamPosition position = StreamPosition.of(Map.of(1, 7L, 0, 3L));
    assertThat(position).hasToString("0.3-1.7");
    position.passed(0, 9);
    position.passed(0, 4);
    position.passed(5, 0);
    assertThat(position).hasToString("0.10-1.7-5.1");
    assertThat(StreamPosition.parse("0.10-1.7-5.1")).get().hasToString("0.10-1.7-5.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0.", "0.1-", "0.1--1.2", "a.b", "0.-1", "0.1 ", "99999.1"})
  void what_it_did_not_write_is_not_a_position(String text) {
    assertThat(StreamPosition.parse(text)).isEmpty();
  }

  @Test
  void somebody_who_comes_back_hears_exactly_what_they_missed() {
    RecentNews<String> recent = new RecentNews<>(100);
    recent.begin(0, 10);
    recent.begin(1, 0);
    LongStream.range(10, 15).forEach(i -> recent.add(new News<>(0, i, 1, "a" + i)));
    LongStream.range(0, 3).forEach(i -> recent.add(new News<>(1, i, 1, "b" + i)));
    assertThat(recent.since(StreamPosition.of(Map.of(0, 13L, 1, 2L))).orElseThrow())
        .extracting(News::what)
        .containsExactly("a13", "a14", "b2");
    assertThat(recent.since(StreamPosition.of(Map.of(0, 9L, 1, 2L)))).isEmpty();
    assertThat(recent.since(StreamPosition.of(Map.of(0, 15L, 1, 3L))))
        .get()
        .isEqualTo(java.util.List.of());
  }

  @Test
  void what_there_is_no_room_for_is_forgotten_and_known_to_be() {
    RecentNews<String> recent = new RecentNews<>(10);
    recent.begin(0, 0);
    recent.begin(1, 0);
    recent.add(new News<>(1, 0, 6, "big"));
    recent.add(new News<>(0, 0, 6, "bigger"));
    assertThat(recent.since(StreamPosition.of(Map.of(0, 0L, 1, 1L))).orElseThrow()).hasSize(1);
    assertThat(recent.since(StreamPosition.of(Map.of(0, 0L, 1, 0L)))).isEmpty();
  }
}
