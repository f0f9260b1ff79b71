package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void cells_may_be_quoted_and_then_hold_anything() {
    List<Csv.Row> rows =
        Csv.rows(
            "\uFEFFdate,name\r\n# a remark, no row\r\n\r\n2026-01-01,\"New \"\"Year\"\",\nday\" \n2026-01-02, x ");
    assertThat(rows)
        .containsExactly(
            new Csv.Row(1, List.of("date", "name")),
            new Csv.Row(4, List.of("2026-01-01", "New \"Year\",\nday")),
            new Csv.Row(6, List.of("2026-01-02", "x")));
    assertThat(rows.getLast().cell(2)).isEmpty();
    assertThat(rows.getLast().cell(-1)).isEmpty();
  }

  @Test
  void what_is_never_closed_ends_with_the_text() {
    assertThat(Csv.rows("a,\"b")).containsExactly(new Csv.Row(1, List.of("a", "b")));
    assertThat(Csv.rows("")).isEmpty();
    assertThat(Csv.rows("a,\n,"))
        .extracting(Csv.Row::cells)
        .containsExactly(List.of("a", ""), List.of("", ""));
  }
}
