package io.meridian.local.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DifferencePrintTest {

  private static final String NOTHING =
      """
      {"revision":3,"from":"2026-06-01T00:00:00Z","to":"2027-06-01T00:00:00Z","entries":[],
       "shifts":{"counts":{"added":0,"removed":0,"reassigned":0},"added":[],"removed":[],"reassigned":[]},
       "gaps":{"created":[],"healed":[],"result":{"count":0,"total":"PT0S"}},"warnings":[%s]}
      """;

  @Test
  void what_is_likely_wrong_is_told_with_how_often() throws JsonProcessingException {
    String warnings =
        """
        {"kind":"SHORT_REST","detail":"Kai Tan rests 8 h between two duties; at least 11 h are wanted","count":12},
        {"kind":"NO_CHANNEL","detail":"Eva Berg is on duty within 24 hours and has no contact channel","count":1}
        """;
    assertThat(printed(NOTHING.formatted(warnings)))
        .endsWith(
            """
            Warnings: 2
              ! SHORT_REST Kai Tan rests 8 h between two duties; at least 11 h are wanted (12 times)
              ! NO_CHANNEL Eva Berg is on duty within 24 hours and has no contact channel
            """);
  }

  @Test
  void where_nothing_is_wrong_no_warning_is_mentioned() throws JsonProcessingException {
    assertThat(printed(NOTHING.formatted("")))
        .isEqualTo(
            """
            Against revision 3, from 2026-06-01T00:00:00Z to 2027-06-01T00:00:00Z
            No change.
            Shifts: 0 added, 0 removed, 0 reassigned
            Gaps: 0 created, 0 healed; the result has 0, together PT0S
            """);
  }

  private static String printed(String difference) throws JsonProcessingException {
    StringWriter out = new StringWriter();
    new DifferencePrint(new PrintWriter(out)).print(new ObjectMapper().readTree(difference));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
