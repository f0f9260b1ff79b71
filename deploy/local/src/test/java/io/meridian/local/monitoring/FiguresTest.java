package io.meridian.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void functions_labels_and_operators_are_no_figures() {
    String query =
        "max by (job, consumer) (lag{job=~\"a|b\"}) > 0 and sum without (x) (rate(read_total[5m]))"
            + " == 0 unless written_total offset 1h / clamp_min(other:rate, 1)";

    assertThat(Figures.in(query))
        .containsExactly("lag", "other:rate", "read_total", "written_total");
  }

  @Test
  void a_scrape_shows_names_with_and_without_labels() {
    assertThat(Figures.shown("# TYPE a counter\na_total 1.0\nb{c=\"d e\"} 2.0\n"))
        .containsExactly("a_total", "b");
  }

  @Test
  void alerts_and_dashboards_ask_for_something() throws IOException {
    assertThat(Figures.asked())
        .contains("meridian_outbox_oldest_age_seconds")
        .hasSizeGreaterThan(15);
  }
}
