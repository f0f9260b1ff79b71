package io.meridian.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.console.draw.Band.Piece;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BandTest {
  private static final Instant FROM = Instant.parse("2026-11-30T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
  private static final Band DAY = new Band(FROM, TO);

  private static Instant at(int hour) {
    return FROM.plusSeconds(3600L * hour);
  }

  @Test
  void an_instant_is_where_its_share_of_the_time_is() {
    assertThat(DAY.x(FROM)).isEqualTo("0.00%");
    assertThat(DAY.x(at(6))).isEqualTo("25.00%");
    assertThat(DAY.x(TO)).isEqualTo("100.00%");
  }

  @Test
  void what_sticks_out_is_cut_at_the_edge() {
    assertThat(DAY.x(at(-3))).isEqualTo("0.00%");
    assertThat(DAY.piece(at(-6), at(6))).isEqualTo(new Piece("0.00%", "25.00%"));
    assertThat(DAY.piece(at(18), at(30))).isEqualTo(new Piece("75.00%", "25.00%"));
  }

  @Test
  void what_is_short_is_still_seen_and_stays_inside() {
    assertThat(DAY.piece(at(12), at(12).plusSeconds(1))).isEqualTo(new Piece("50.00%", "0.40%"));
    assertThat(DAY.piece(TO, TO)).isEqualTo(new Piece("99.60%", "0.40%"));
  }

  @Test
  void a_band_of_no_time_has_everything_at_its_start() {
    assertThat(new Band(FROM, FROM).x(FROM)).isEqualTo("0.00%");
  }
}
