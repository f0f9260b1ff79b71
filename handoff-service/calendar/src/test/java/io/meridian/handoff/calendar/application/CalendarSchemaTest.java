package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.meridian.rest.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema that editors use says what the service says. */
class CalendarSchemaTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNode SCHEMA = read(Path.of("../../docs/calendar.schema.json"));
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  @Test
  void both_accept_the_examples() throws IOException {
    for (String example : List.of(CalendarDocument.EXAMPLE, followTheSun().toString())) {
      assertThat(VALIDATOR.validate(JSON.readTree(example))).isEmpty();
      CalendarDocument document = JSON.readValue(example, CalendarDocument.class);
      JsonNode written = JSON.valueToTree(CalendarDocument.of(document.calendar()));
      assertThat(VALIDATOR.validate(written)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/regions/0|lead|null",
        "/regions/0|code|''",
        "/regions/0|zone|'not a zone'",
        "/tams/2|status|'ASLEEP'",
        "/tams/0|name|null",
        "/rotations/0|participants|[]",
        "/rotations/0|tier|'BOSS'",
        "/rotations/0|every|0",
        "/rotations/0|every|1001",
        "/rotations/0|anchor|'2026-01-05'",
        "/shiftPatterns/0|days|['MONDAY']",
        "/shiftPatterns/0|days|[]",
        "/shiftPatterns/0|start|'25:00'",
        "/shiftPatterns/0|end|'7:00'",
        "/shiftPatterns/0|effectiveFrom|'01.01.2026'",
        "/shiftPatterns/0|holidayPolicy|'SOMETIMES'",
        "/leaves/0|start|'yesterday'",
        "/leaves/0|tam|null",
        "/overrides/0|add|'tam-kai'",
        "/overrides/0|by|null"
      })
  void both_refuse_the_same_mistakes(String entry, String field, String value) throws IOException {
    ObjectNode document = followTheSun();
    document
        .putArray("leaves")
        .addObject()
        .put("tam", "tam-kai")
        .put("start", "2026-06-01T00:00:00Z")
        .put("end", "2026-06-02T00:00:00Z");
    document
        .putArray("overrides")
        .addObject()
        .put("replace", "tam-eva")
        .put("by", "tam-tom")
        .put("start", "2026-06-01T00:00:00Z")
        .put("end", "2026-06-02T00:00:00Z");
    assertThat(VALIDATOR.validate(document)).isEmpty();
    assertThat(isRefused(document)).isFalse();
    ((ObjectNode) document.at(entry)).set(field, JSON.readTree(value.replace('\'', '"')));
    assertThat(VALIDATOR.validate(document)).isNotEmpty();
    assertThat(isRefused(document)).isTrue();
  }

  @Test
  void both_count_characters_not_units_of_a_coding() throws IOException {
    ObjectNode document = followTheSun();
    ObjectNode tam = (ObjectNode) document.at("/tams/0");
    tam.put("name", "\uD83D\uDEA8".repeat(200));
    assertThat(VALIDATOR.validate(document)).isEmpty();
    assertThat(isRefused(document)).isFalse();
    tam.put("name", "\uD83D\uDEA8".repeat(201));
    assertThat(VALIDATOR.validate(document)).isNotEmpty();
    assertThat(isRefused(document)).isTrue();
  }

  @Test
  void both_know_the_same_fields() {
    assertThat(fields(SCHEMA)).containsExactlyInAnyOrder(names(CalendarDocument.class));
    Map<String, Class<?>> entries =
        Map.ofEntries(
            Map.entry("region", CalendarDocument.RegionEntry.class),
            Map.entry("tam", CalendarDocument.TamEntry.class),
            Map.entry("channel", CalendarDocument.ChannelEntry.class),
            Map.entry("rotation", CalendarDocument.RotationEntry.class),
            Map.entry("rotationVersion", CalendarDocument.VersionEntry.class),
            Map.entry("dealt", CalendarDocument.DealtEntry.class),
            Map.entry("running", CalendarDocument.RunningEntry.class),
            Map.entry("shiftPattern", CalendarDocument.PatternEntry.class),
            Map.entry("override", CalendarDocument.OverrideEntry.class),
            Map.entry("leave", CalendarDocument.LeaveEntry.class),
            Map.entry("holiday", CalendarDocument.HolidayEntry.class));
    entries.forEach(
        (name, type) ->
            assertThat(fields(SCHEMA.path("$defs").path(name)))
                .as(name)
                .containsExactlyInAnyOrder(names(type)));
  }

  private static boolean isRefused(ObjectNode document) throws IOException {
    try {
      JSON.treeToValue(document, CalendarDocument.class).calendar();
      return false;
    } catch (Problem refusal) {
      return true;
    }
  }

  private static List<String> fields(JsonNode schema) {
    return StreamSupport.stream(
            ((Iterable<String>) schema.path("properties")::fieldNames).spliterator(), false)
        .toList();
  }

  private static String[] names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .toArray(String[]::new);
  }

  private static ObjectNode followTheSun() throws IOException {
    try (InputStream in = CalendarSchemaTest.class.getResourceAsStream("/fts-a.json")) {
      return (ObjectNode) JSON.readTree(in);
    }
  }

  private static JsonNode read(Path path) {
    try {
      return JSON.readTree(Files.readString(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
