package io.meridian.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
  private static final String ID = "5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11";
  private static final String RESOURCE = "{\"id\":\"" + ID + "\",\"title\":\"secret\"}";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "handoff.offered, handoff/" + ID + " shift board",
    "handoff.accepted, handoff/" + ID + " shift board",
    "deadline, handoff/" + ID + " shift board",
    "accountability.took-effect, shift board",
    "gap.opened, shift board",
    "shift.started, shift board",
    "watch.added, shift",
    "shift-change.noted, shift",
    "of-a-later-version, shift board"
  })
  void names_go_on_and_data_does_not(String event, String names) {
    assertThat(Changes.of(event, RESOURCE)).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ready", "reset"})
  void after_a_pause_everything_may_have_changed(String event) {
    assertThat(Changes.of(event, "{}")).isEqualTo("*");
  }

  @Test
  void what_is_no_id_goes_no_further() {
    assertThat(Changes.of("handoff.offered", "{\"id\":\"a b\\nevent: x\"}"))
        .isEqualTo("shift board");
    assertThat(Changes.of("handoff.offered", "no JSON")).isEqualTo("shift board");
  }
}
