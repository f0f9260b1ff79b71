package io.meridian.rest.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Java types in the words of an API; a refusal never names a class. */
final class TypeWords {
  private static final List<Class<?>> WHOLE =
      List.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          String.class, "a string",
          Instant.class, "an instant such as 2026-03-08T07:00:00Z",
          Duration.class, "a duration such as PT15M",
          LocalDate.class, "a date such as 2026-03-08",
          LocalTime.class, "a time of day such as 09:00",
          LocalDateTime.class, "a local time such as 2026-03-08T09:00",
          ZoneId.class, "a time zone such as Europe/London",
          UUID.class, "a UUID");

  private TypeWords() {}

  /** What a value of this type must be, e.g. "a whole number". */
  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    } else if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (WHOLE.contains(type)) {
      return "a whole number in range";
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return WORDS.getOrDefault(type, "an object");
  }
}
