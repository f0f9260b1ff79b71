package io.meridian.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pins the body of every event. A change that breaks a golden file breaks a consumer: add a
 * nullable component instead. A new event gets its file with {@code -Dgolden.write=true}.
 */
class GoldenEventsTest {

  static Stream<Event> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_is_written_as_its_golden_file(Event event) throws IOException {
    Path golden = Wire.golden(event.type());
    JsonNode written = Wire.tree(event);
    if (Boolean.getBoolean("golden.write") && !Files.exists(golden)) {
      Files.writeString(golden, written.toPrettyString() + "\n");
    }

    assertThat(written).isEqualTo(Wire.read(golden));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_golden_file_is_read_as_its_event(Event event) throws IOException {
    assertThat(Wire.JSON.treeToValue(Wire.read(Wire.golden(event.type())), event.getClass()))
        .isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_is_nullable_may_be_absent_and_is_absent_when_null(Event event) throws IOException {
    JsonNode sparse = withoutNullables(Wire.tree(event), event);

    Event read = Wire.JSON.treeToValue(sparse, event.getClass());
    JsonNode again = Wire.tree(read);
    assertThat(again).isEqualTo(sparse);
  }

  @Test
  void every_type_has_a_sample_and_every_golden_file_a_type() throws IOException {
    assertThat(Samples.all().map(Event::type).sorted())
        .containsExactlyElementsOf(EventType.all().keySet().stream().sorted().toList());
    try (Stream<Path> files = Files.list(Wire.golden("any").getParent())) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(EventType.all().keySet());
    }
  }

  @Test
  void samples_fill_every_component() {
    assertThat(Samples.all().flatMap(GoldenEventsTest::emptyComponents)).isEmpty();
  }

  private static JsonNode withoutNullables(JsonNode json, Object value) {
    if (json instanceof ObjectNode object && value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object inner = valueOf(component, value);
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          object.remove(component.getName());
        } else if (inner instanceof Iterable<?> list) {
          int i = 0;
          for (Object element : list) {
            withoutNullables(object.get(component.getName()).get(i++), element);
          }
        } else {
          withoutNullables(object.get(component.getName()), inner);
        }
      }
    }
    return json;
  }

  private static Stream<String> emptyComponents(Object value) {
    if (value instanceof Iterable<?> list) {
      return Stream.of(list.iterator())
          .flatMap(i -> i.hasNext() ? emptyComponents(i.next()) : Stream.of("empty list"));
    }
    if (!(value instanceof Record)) {
      return value == null ? Stream.of("null") : Stream.of();
    }
    return Stream.of(value.getClass().getRecordComponents())
        .flatMap(
            component ->
                emptyComponents(valueOf(component, value))
                    .map(
                        what ->
                            value.getClass().getSimpleName()
                                + "."
                                + component.getName()
                                + ": "
                                + what))
        .collect(Collectors.toList())
        .stream();
  }

  private static Object valueOf(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
