package io.meridian.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartRowsTest {

  private static final class PartRow {
    final String key;
    int value;

    PartRow(String key, int value) {
      this.key = key;
      this.value = value;
    }
  }

  @Test
  void a_row_whose_key_stays_is_changed_in_place_others_go_and_come() {
    PartRow stays = new PartRow("stays", 1);
    List<PartRow> rows = new ArrayList<>(List.of(new PartRow("goes", 1), stays));
    PartRows.replace(
        rows,
        List.of(Map.entry("comes", 3), Map.entry("stays", 2)),
        (row, entry) -> row.key.equals(entry.getKey()),
        entry -> new PartRow(entry.getKey(), 0),
        (row, entry) -> row.value = entry.getValue());
    assertThat(rows).extracting(row -> row.key).containsExactly("stays", "comes");
    assertThat(rows).extracting(row -> row.value).containsExactly(2, 3);
    assertThat(rows.getFirst()).isSameAs(stays);
  }
}
