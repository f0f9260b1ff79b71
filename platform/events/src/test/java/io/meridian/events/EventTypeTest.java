package io.meridian.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypeTest {

  @Test
  void every_event_record_is_known_by_a_wire_type_and_only_one() {
    List<Class<?>> records = leaves(Event.class).toList();
    assertThat(EventType.all().values()).doesNotHaveDuplicates();
    assertThat(EventType.all().values().stream().map(c -> (Class<?>) c))
        .containsExactlyInAnyOrderElementsOf(records);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypeTest::leaves)
        : Stream.of(type);
  }
}
