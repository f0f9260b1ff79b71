package io.meridian.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void an_example_is_what_the_view_looks_like(Class<?> view, String example) throws Exception {
    JsonNode shown = json.readTree(example);
    JsonNode written = json.readTree(json.writeValueAsString(json.treeToValue(shown, view)));
    assertThat(written).isEqualTo(shown);
  }

  static Stream<Arguments> examples() {
    return Stream.of(
        Arguments.of(GapListView.class, Examples.GAP_LIST),
        Arguments.of(GapDetailView.class, Examples.GAP),
        Arguments.of(GapSummaryView.class, Examples.SUMMARY_BY_REGION_PAIR),
        Arguments.of(GapSummaryView.class, Examples.SUMMARY_BY_WEEK),
        Arguments.of(AttendanceView.class, Examples.ATTENDANCE),
        Arguments.of(HandoffMetricsView.class, Examples.HANDOFF_METRICS),
        Arguments.of(EscalationMetricsView.class, Examples.ESCALATION_METRICS));
  }
}
