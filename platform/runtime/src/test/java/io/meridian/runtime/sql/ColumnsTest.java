package io.meridian.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  private record Line(UUID id, String text, long number, Instant at) {}

  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00.123Z");
  private static final Line FIRST = new Line(new UUID(1, 1), "first", 7, NOON);
  private static final Line EMPTY = new Line(null, null, 8, null);

  @Test
  void a_column_has_a_value_for_each_row_in_their_order() {
    List<Line> rows = List.of(FIRST, EMPTY);

    assertThat(Columns.ids(rows, Line::id)).containsExactly(FIRST.id(), null);
    assertThat(Columns.texts(rows, Line::text)).containsExactly("first", null);
    assertThat(Columns.longs(rows, Line::number)).containsExactly(7L, 8L);
    assertThat(Columns.flags(rows, row -> row.number() == 8)).containsExactly(false, true);
    assertThat(Columns.instants(rows, Line::at))
        .containsExactly(OffsetDateTime.parse("2026-03-08T12:00:00.123Z"), null);
  }

  @Test
  void no_rows_are_an_empty_column_of_the_right_type() {
    assertThat(Columns.ids(List.<Line>of(), Line::id)).isExactlyInstanceOf(UUID[].class).isEmpty();
  }

  @Test
  void an_instant_goes_out_in_utc_and_null_stays_null() {
    assertThat(Columns.utc(NOON)).isEqualTo(OffsetDateTime.parse("2026-03-08T12:00:00.123Z"));
    assertThat(Columns.utcOrNull(null)).isNull();
  }
}
