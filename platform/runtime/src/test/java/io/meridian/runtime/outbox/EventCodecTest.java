package io.meridian.runtime.outbox;

import static io.meridian.runtime.Samples.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.events.Event;
import io.meridian.events.EventType;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  private static final String TYPE = "io.meridian.customer.updated.v1";
  private final EventCodec codec = new EventCodec();
  private final UUID id = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private final String json = codec.encode(customer(id, 7));

  @Test
  void instants_are_iso_and_what_is_null_is_absent() {
    assertThat(json)
        .contains("\"changedAt\":\"2026-03-07T12:00:07Z\"")
        .contains("\"revision\":7")
        .doesNotContain("language");
  }

  @Test
  void an_event_comes_back_as_it_was() {
    assertThat(codec.decode(TYPE, json)).isEqualTo(customer(id, 7));
  }

  @Test
  void fields_of_later_versions_are_ignored() {
    String later = json.replace("\"name\"", "\"mood\":{\"is\":[\"fine\"]},\"name\"");
    assertThat(codec.decode(TYPE, later)).isEqualTo(customer(id, 7));
  }

  @Test
  void an_explicit_null_where_null_is_allowed_is_null() {
    String explicit = json.replace("\"name\"", "\"language\":null,\"name\"");
    assertThat(codec.decode(TYPE, explicit)).isEqualTo(customer(id, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"customer\":null}",
        "{\"customer\":{}}",
        "{\"customer\":{\"id\":\"no uuid\"}}"
      })
  void a_body_that_does_not_fit_is_unreadable(String body) {
    assertThatThrownBy(() -> codec.decode(TYPE, body)).isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void a_missing_or_null_component_is_unreadable_unless_it_is_nullable() {
    assertThatThrownBy(() -> codec.decode(TYPE, json.replace("\"name\":\"Acme\",", "")))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("name");
    assertThatThrownBy(() -> codec.decode(TYPE, json.replace("\"Acme\"", "null")))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("name");
    assertThatThrownBy(() -> codec.decode(TYPE, json.replace("\"revision\":7,", "")))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("revision");
    assertThatThrownBy(() -> codec.decode(TYPE, json + " {}")).isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void an_unknown_type_is_named() {
    assertThatThrownBy(() -> codec.decode("io.meridian.customer.updated.v2", json))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("io.meridian.customer.updated.v2");
  }

  static Set<String> types() {
    return EventType.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_golden_file_is_read_and_written_as_it_is(String type) throws IOException {
    try (InputStream file = EventType.class.getResourceAsStream("golden/" + type + ".json")) {
      String golden = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Event event = codec.decode(type, golden);

      assertThat(event.type()).isEqualTo(type);
      assertThat(new JsonObject(codec.encode(event))).isEqualTo(new JsonObject(golden));
    }
  }
}
