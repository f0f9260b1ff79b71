package io.meridian.local.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.local.stack.StackRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"10:00", "07:00", "2026-01-01", "NO", "on", "1e3", "0x1F", "", "~", "é: x"})
  void what_is_written_is_read_as_the_same_text(String text) {
    ObjectNode calendar = CalendarFile.parse("f", "{\"regions\":[{\"code\":\"x\"}]}");
    ((ObjectNode) calendar.get("regions").get(0)).put("code", text);

    String yaml = CalendarFile.write(calendar);

    assertThat(CalendarFile.parse("f", yaml)).as(yaml).isEqualTo(calendar);
  }

  @Test
  void times_that_nobody_quoted_are_texts_all_the_same() {
    ObjectNode read = CalendarFile.parse("f", "shiftPatterns:\n- start: 10:00\n  end: 07:00\n");

    assertThat(read.path("shiftPatterns").path(0).path("start").asText()).isEqualTo("10:00");
    assertThat(read.path("shiftPatterns").path(0).path("end").isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OFF",
        "off",
        "NO",
        "no",
        "ON",
        "on",
        "y",
        "N",
        "yes",
        "true",
        "False",
        "2026",
        "007",
        "1e3",
        "0x1F",
        "1_000",
        "2.50",
        "22:00",
        "07:00:00",
        "2026-01-05",
        "2026-01-05T00:00",
        "+31"
      })
  void a_word_that_nobody_quoted_is_the_text_that_is_written(String word) {
    ObjectNode read =
        CalendarFile.parse("f", "regions:\n- code: %s\n  tags: [%s]".formatted(word, word));

    assertThat(read.at("/regions/0/code").textValue()).isEqualTo(word);
    assertThat(read.at("/regions/0/tags/0").textValue()).isEqualTo(word);
  }

  @Test
  void numbers_are_numbers_where_the_schema_wants_them() {
    ObjectNode read =
        CalendarFile.parse(
            "f",
            """
            tams: [{id: 4711, capacity: 12, channels: [{kind: EMAIL, order: 2}]}]
            rotations: [{id: rot, every: 2, earlier: [{every: 3, dealt: {shifts: 4}}]}]
            """);

    assertThat(read.at("/tams/0/id").textValue()).isEqualTo("4711");
    assertThat(read.at("/tams/0/capacity").isInt()).isTrue();
    assertThat(read.at("/tams/0/channels/0/order").isInt()).isTrue();
    assertThat(read.at("/rotations/0/every").isInt()).isTrue();
    assertThat(read.at("/rotations/0/earlier/0/every").isInt()).isTrue();
    assertThat(read.at("/rotations/0/earlier/0/dealt/shifts").isInt()).isTrue();
  }

  @Test
  void what_is_left_empty_is_not_set() {
    ObjectNode read = CalendarFile.parse("f", "tams:\n- {id: a, email: ~}\nholidays:\n");

    assertThat(read.at("/tams/0/email").isNull()).isTrue();
    assertThat(read.at("/holidays").isNull()).isTrue();
  }

  @Test
  void fields_that_are_not_set_are_left_out() {
    ObjectNode calendar = CalendarFile.parse("f", "{\"tams\":[{\"id\":\"a\",\"email\":null}]}");

    assertThat(CalendarFile.write(calendar)).isEqualTo("tams:\n- id: a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [", "a: 1\na: 2", "a: 1\n---\nb: 2", "just words", "- a", ""})
  void what_is_no_calendar_is_refused_with_the_files_name(String text) {
    assertThatThrownBy(() -> CalendarFile.parse("f.yaml", text))
        .isInstanceOf(StackRefusal.class)
        .hasMessageStartingWith("f.yaml:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/regions/0/lead|regions[0] (APAC).lead",
        "/rotations/1/participants/0|rotations[1].participants[0]",
        "/tams/0|tams[0] (tam-a)",
        "/odd~1name|odd/name",
        "?dryRun|?dryRun"
      })
  void pointers_are_told_as_paths(String pointer, String path) {
    ObjectNode document =
        CalendarFile.parse(
            "f", "regions: [{code: APAC}]\ntams: [{id: tam-a}]\nrotations: [{id: r}, {}]");

    assertThat(YamlPath.of(pointer, document)).isEqualTo(path);
  }
}
