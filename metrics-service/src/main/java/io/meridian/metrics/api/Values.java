package io.meridian.metrics.api;

import io.meridian.rest.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters that may be repeated, and truth values as strictly as everything else. */
final class Values {

  private Values() {}

  /**
   * Each value as the constant of that name.
   *
   * @throws Problem 400 naming the parameter
   */
  static <E extends Enum<E>> List<E> constants(String name, List<String> values, Class<E> type) {
    String known =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return all(name, values, value -> Enum.valueOf(type, value), "must be one of " + known);
  }

  /**
   * Each value as an id.
   *
   * @throws Problem 400 naming the parameter
   */
  static List<UUID> ids(String name, List<String> values) {
    return all(name, values, UUID::fromString, "must be a UUID");
  }

  /**
   * True, false or, when not given, null.
   *
   * @throws Problem 400 naming the parameter
   */
  static @Nullable Boolean flag(String name, @Nullable String value) {
    return value == null
        ? null
        : all(name, List.of(value), Values::truth, "must be true or false").getFirst();
  }

  private static <T> List<T> all(
      String name, List<String> values, Function<String, T> parse, String rule) {
    try {
      return values.stream().map(parse).toList();
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("?" + name, "wrong-type", rule);
    }
  }

  private static Boolean truth(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(value);
    };
  }
}
