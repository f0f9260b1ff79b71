package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.rest.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing wrong in a document that is right otherwise: it is named, and nothing else is. */
class CalendarRefusalsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_document_itself_is_right() {
    assertThat(CalendarDocument.of(read(document()))).isNotNull();
  }

  @ParameterizedTest(name = "{0} = {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          /regions/0/code                  | null                        | -                                    | required
          /regions/0/name                  | " "                         | -                                    | required
          /regions/0/zone                  | "Asia/Atlantis"             | -                                    | unknown-zone
          /regions/0/zone                  | "+08:00"                    | -                                    | unknown-zone
          /regions/0/zone                  | "SystemV/EST5"              | -                                    | unknown-zone
          /regions/0/zone                  | "IST"                       | -                                    | unknown-zone
          /regions/0/lead                  | null                        | -                                    | required
          /regions/0/lead                  | "tam-nobody"                | -                                    | unknown-tam
          /regions/0/lead                  | "tam-eva"                   | -                                    | lead-outside-region
          /regions/0/lead                  | "tam-new"                   | -                                    | lead-not-active
          /regions/1/code                  | "APAC"                      | /regions/1/code                      | duplicate
          /tams/1/id                       | "tam-kai"                   | -                                    | duplicate
          /tams/1/name                     | null                        | -                                    | required
          /tams/1/region                   | "ATLANTIS"                  | -                                    | unknown-region
          /tams/1/zone                     | "Mars/Base"                 | -                                    | unknown-zone
          /tams/1/status                   | "ASLEEP"                    | -                                    | unknown-value
          /tams/0/channels/0/kind          | "PIGEON"                    | -                                    | unknown-value
          /tams/0/name                     | "Kai\\nTan"                 | -                                    | malformed
          /tams/0/name                     | "Kai\\u202eTan"            | -                                    | malformed
          /tams/0/email                    | "kai at example"            | -                                    | malformed
          /tams/0/email                    | "a@b.example,c@d.example"   | -                                    | malformed
          /tams/0/channels/0/address       | "kai at example"            | -                                    | malformed
          /tams/0/channels/1/address       | "kai@example.com"           | -                                    | malformed
          /tams/0/channels/1/address       | null                        | -                                    | required
          /tams/0/channels/1/delay         | "-PT1S"                     | -                                    | out-of-range
          /tams/0/channels/1/delay         | "P2D"                       | -                                    | out-of-range
          /tams/0/channels/1/delay         | "soon"                      | -                                    | malformed
          /tams/0/channels/1/order         | 0                           | -                                    | out-of-range
          /tams/0/channels/2               | {"kind":"EMAIL","address":"kai@example.com"} | /tams/0/channels/2  | duplicate
          /rotations/1/id                  | "apac-primary"              | -                                    | duplicate
          /rotations/0/region              | "ATLANTIS"                  | -                                    | unknown-region
          /rotations/0/tier                | "TERTIARY"                  | -                                    | unknown-value
          /rotations/0/participants        | []                          | -                                    | empty
          /rotations/0/participants        | null                        | -                                    | empty
          /rotations/0/participants/0      | "tam-ghost"                 | -                                    | unknown-tam
          /rotations/0/period              | "HOURLY"                    | -                                    | unknown-value
          /rotations/0/every               | 0                           | -                                    | out-of-range
          /rotations/0/every               | 1001                        | -                                    | out-of-range
          /rotations/0/zone                | "GMT+25"                    | -                                    | unknown-zone
          /rotations/0/anchor              | "2026-01-05"                | -                                    | malformed
          /rotations/0/anchor              | "2026-01-05T07:00:00.5"     | -                                    | too-precise
          /rotations/0/effectiveFrom       | "tomorrow"                  | -                                    | malformed
          /rotations/0/effectiveFrom       | "2025-01-01T00:00:00Z"      | -                                    | dates-reversed
          /rotations/0/effectiveFrom       | null                        | -                                    | dates-reversed
          /rotations/0/earlier/0/participants | []                       | -                                    | empty
          /rotations/0/earlier/0/participants/0 | "tam-ghost"            | -                                    | unknown-tam
          /shiftPatterns/1/id              | "apac-day"                  | -                                    | duplicate
          /shiftPatterns/0/zone            | "Nowhere"                   | -                                    | unknown-zone
          /shiftPatterns/0/days            | []                          | -                                    | empty
          /shiftPatterns/0/days/0          | "MONDAY"                    | -                                    | unknown-value
          /shiftPatterns/0/start           | "25:00"                     | -                                    | malformed
          /rotations/0/dealt               | {"until":"soon","shifts":1}  | /rotations/0/dealt/until             | malformed
          /rotations/0/running             | [{"pattern":"p","date":"x","order":["tam-kai"]}] | /rotations/0/running/0/date | malformed
          /shiftPatterns/0/effectiveFrom   | null                        | -                                    | required
          /shiftPatterns/0/effectiveFrom   | "2026-02-30"                | -                                    | malformed
          /shiftPatterns/0/effectiveUntil  | "2024-12-31"                | -                                    | dates-reversed
          /shiftPatterns/0/rotations/0     | "no-rotation"               | -                                    | unknown-rotation
          /shiftPatterns/0/rotations/0     | "emea-primary"              | -                                    | other-region
          /shiftPatterns/0/rotations/1     | "apac-primary"              | -                                    | tier-taken
          /shiftPatterns/0/holidayPolicy   | "SOMETIMES"                 | -                                    | unknown-value
          /shiftPatterns/0/holidayPolicy   | "ROSTER:no-rotation"        | -                                    | unknown-rotation
          /shiftPatterns/0/holidayPolicy   | "ROSTER:emea-primary"       | -                                    | other-region
          /overrides/1/id                  | "first"                     | -                                    | duplicate
          /overrides/0/region              | "ATLANTIS"                  | -                                    | unknown-region
          /overrides/0/replace             | "tam-ghost"                 | -                                    | unknown-tam
          /overrides/0/by                  | "tam-ghost"                 | -                                    | unknown-tam
          /overrides/0/by                  | "tam-new"                   | -                                    | onboarding
          /overrides/0/by                  | null                        | -                                    | required
          /overrides/0/by                  | "tam-eva"                   | -                                    | replaces-itself
          /overrides/0/add                 | "tam-kai"                   | /overrides/0                         | one-of
          /overrides/0/end                 | "2026-06-03T08:00:00Z"      | -                                    | dates-reversed
          /overrides/0/end                 | "2026-06-03"                | -                                    | malformed
          /overrides/1/start               | "2026-06-03T09:00:00Z"      | /overrides/1                         | override-conflict
          /overrides/2/add                 | "tam-new"                   | -                                    | onboarding
          /leaves/1/id                     | "rest"                      | -                                    | duplicate
          /leaves/0/tam                    | "tam-ghost"                 | -                                    | unknown-tam
          /leaves/0/end                    | "2026-05-01T00:00:00Z"      | -                                    | dates-reversed
          /holidays/0/date                 | "2026-13-01"                | -                                    | malformed
          /holidays/0/kind                 | "MAYBE"                     | -                                    | unknown-value
          /holidays/0/region               | "APAC"                      | /holidays/0                          | one-of
          /holidays/1/region               | "ATLANTIS"                  | -                                    | unknown-region
          /holidays/2                      | {"calendar":"SG","date":"2026-06-05","name":"Twice"} | /holidays/2/date | duplicate
          """)
  void one_fault_is_named(String at, String value, String pointer, String code)
      throws JsonProcessingException {
    ObjectNode document = document();
    put(document, at, JSON.readTree(value));
    Problem refusal = catchThrowableOfType(Problem.class, () -> read(document));
    assertThat(refusal).isNotNull();
    assertThat(refusal.violations())
        .anySatisfy(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(pointer == null ? at : pointer);
              assertThat(violation.code()).isEqualTo(code);
              assertThat(violation.detail()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"EST", "MST", "HST", "ROC"})
  void links_of_the_time_zone_database_are_zones(String zone) {
    ObjectNode document = document();
    put(document, "/regions/0/zone", JSON.valueToTree(zone));
    assertThat(read(document).regions().getFirst().zone().getId()).contains("/");
  }

  @Test
  void a_conflict_names_the_first_override() {
    ObjectNode document = document();
    put(document, "/overrides/1/start", JSON.valueToTree("2026-06-03T09:00:00Z"));
    Problem refusal = catchThrowableOfType(Problem.class, () -> read(document));
    assertThat(refusal.violations())
        .singleElement()
        .satisfies(v -> assertThat(v.detail()).contains("'tam-tom'").contains("'first'"));
  }

  private static void put(ObjectNode document, String pointer, JsonNode value) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = document.at(at.head());
    String last = at.last().getMatchingProperty();
    if (parent instanceof ArrayNode array) {
      int index = Integer.parseInt(last);
      if (index == array.size()) {
        array.add(value);
      } else {
        array.set(index, value);
      }
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  private static Calendar read(ObjectNode document) {
    try {
      return JSON.treeToValue(document, CalendarDocument.class).calendar();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode document() {
    try (InputStream in = CalendarRefusalsTest.class.getResourceAsStream("/calendar-full.json")) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
