package io.meridian.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypeTest {

  @Test
  void every_event_record_is_known_by_a_wire_type_and_only_one() {
    assertThat(EventType.all().values()).doesNotHaveDuplicates();
    assertThat(Set.<Class<?>>copyOf(EventType.all().values()))
        .isEqualTo(leaves(Event.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypeTest::leaves)
        : Stream.of(type);
  }
}
