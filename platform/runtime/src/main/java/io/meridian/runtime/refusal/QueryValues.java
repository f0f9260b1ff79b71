package io.meridian.runtime.refusal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells which query parameter does not convert, after the framework has refused one unnamed. */
final class QueryValues {
  private static final List<String> FACTORIES = List.of("valueOf", "fromString", "parse", "of");

  private QueryValues() {}

  /** Whether {@code text} can be read as this type. */
  static boolean converts(String text, Class<?> type) {
    if (type == String.class || type == char.class || type == Character.class) {
      return true;
    } else if (type == boolean.class || type == Boolean.class) {
      return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    } else if (type == Instant.class) {
      return WireTime.read(text).isPresent();
    }
    return factory(boxed(type)).map(f -> runs(f, text)).orElse(true);
  }

  private static Optional<Method> factory(Class<?> type) {
    return FACTORIES.stream()
        .flatMap(
            name ->
                Arrays.stream(type.getMethods())
                    .filter(m -> m.getName().equals(name) && m.getParameterCount() == 1)
                    .filter(m -> m.getParameterTypes()[0].isAssignableFrom(String.class))
                    .filter(m -> java.lang.reflect.Modifier.isStatic(m.getModifiers())))
        .findFirst();
  }

  private static boolean runs(Method factory, String text) {
    try {
      factory.invoke(null, text);
      return true;
    } catch (InvocationTargetException | IllegalAccessException e) {
      return false;
    }
  }

  private static Class<?> boxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }
}
