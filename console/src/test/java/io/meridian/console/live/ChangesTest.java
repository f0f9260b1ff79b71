package io.meridian.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

  private static JsonNode resource() throws Exception {
    return JsonMapper.builder()
        .build()
        .readTree(
            "{\"id\":\"5b1d7a0e\",\"escalation\":\"ESC-1042\",\"escalationId\":\"0195f5c4\",\"title\":\"secret\"}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "handoff.offered, handoff/5b1d7a0e escalation/ESC-1042 shift board",
    "deadline, handoff/5b1d7a0e escalation/ESC-1042 shift board",
    "accountability.took-effect, escalation/0195f5c4 shift board",
    "gap.opened, escalation/0195f5c4 shift board"
  })
  void names_go_on_and_data_does_not(String event, String names) throws Exception {
    assertThat(Changes.of(event, resource())).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ready", "reset"})
  void after_a_pause_everything_may_have_changed(String event) {
    assertThat(Changes.of(event, null)).isEqualTo("*");
  }

  @Test
  void what_is_no_id_goes_no_further() throws Exception {
    JsonNode odd = JsonMapper.builder().build().readTree("{\"id\":\"a b\\nevent: x\"}");
    assertThat(Changes.of("handoff.offered", odd)).isEqualTo("shift board");
  }
}
