package io.meridian.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code asyncapi.yaml} against the records. */
class AsyncApiTest {
  private static final Set<String> WORDS = Set.of("description", "title", "examples");
  private final Map<String, Object> document = read();

  @Test
  void schemas_are_those_of_the_records() {
    Map<String, Object> schemas = within(within(document, "components"), "schemas");
    schemas.remove("Envelope");

    assertThat(withoutWords(schemas)).isEqualTo(RecordSchemas.ofTheHouse());
  }

  @Test
  void every_schema_says_what_it_means() {
    Map<String, Object> schemas = within(within(document, "components"), "schemas");

    assertThat(schemas.keySet())
        .allSatisfy(name -> assertThat(within(schemas, name)).as(name).containsKey("description"));
  }

  @Test
  void every_type_is_a_message_with_its_body_the_envelope_and_its_golden_example() {
    Map<String, Object> messages = within(within(document, "components"), "messages");

    assertThat(messages.keySet()).isEqualTo(EventType.all().keySet());
    EventType.all()
        .forEach(
            (type, record) -> {
              Map<String, Object> message = within(messages, type);
              assertThat(message)
                  .containsEntry("name", type)
                  .containsEntry("contentType", "application/json")
                  .containsEntry("payload", reference(RecordSchemas.name(record)))
                  .containsEntry("headers", reference("Envelope"));
              assertThat(within(message, "externalDocs"))
                  .containsEntry("url", "golden/" + Wire.golden(type).getFileName());
              assertThat(String.valueOf(message.get("summary"))).isNotBlank().endsWith(".");
            });
  }

  @Test
  void every_topic_is_a_channel_and_carries_the_types_that_are_published_there() {
    Map<String, Object> channels = within(document, "channels");

    assertThat(channels.keySet())
        .isEqualTo(Arrays.stream(Topic.values()).map(Topic::wireName).collect(Collectors.toSet()));
    Map<String, Set<String>> published = new TreeMap<>();
    Samples.all()
        .forEach(
            event ->
                published
                    .computeIfAbsent(event.topic().wireName(), topic -> new TreeSet<>())
                    .add(event.type()));
    published.forEach(
        (topic, types) -> {
          Map<String, Object> channel = within(channels, topic);
          assertThat(channel).containsEntry("address", topic);
          assertThat(within(channel, "messages").keySet()).isEqualTo(types);
        });
  }

  private static Map<String, Object> reference(String schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> within(Map<String, Object> map, String key) {
    assertThat(map).containsKey(key);
    return (Map<String, Object>) map.get(key);
  }

  private static Object withoutWords(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> bare = new LinkedHashMap<>();
      map.forEach(
          (key, inner) -> {
            boolean words = WORDS.contains(String.valueOf(key)) && inner instanceof String;
            if (!words) {
              bare.put(key, withoutWords(inner));
            }
          });
      return bare;
    }
    return value instanceof List<?> list
        ? list.stream().map(AsyncApiTest::withoutWords).toList()
        : value;
  }

  private static Map<String, Object> read() {
    try {
      return new YAMLMapper()
          .readValue(Files.readString(Wire.asyncApi()), new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
