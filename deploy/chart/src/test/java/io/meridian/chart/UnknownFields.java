package io.meridian.chart;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was written in a document and is no field of its type: a cluster would ignore it. */
final class UnknownFields {

  private static final String POCKET = "getAdditionalProperties";

  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /** The paths of all unknown fields below a resource, e.g. {@code /spec/ports/0/targtPort}. */
  static List<String> of(Object resource) {
    UnknownFields fields = new UnknownFields();
    fields.look("", resource);
    return fields.found;
  }

  private void look(String at, @Nullable Object value) {
    if (value instanceof Collection<?> many) {
      int i = 0;
      for (Object one : many) {
        look(at + "/" + i++, one);
      }
    } else if (value instanceof Map<?, ?> named) {
      named.forEach((name, one) -> look(at + "/" + name, one));
    } else if (value != null && isModel(value.getClass())) {
      lookInto(at, value);
    }
  }

  private static boolean isModel(Class<?> type) {
    String name = type.getName();
    return !type.isEnum() && (name.startsWith("io.fabric8.") || name.startsWith("io.strimzi."));
  }

  private void lookInto(String at, Object model) {
    for (Method method : model.getClass().getMethods()) {
      String name = method.getName();
      if (name.startsWith("get") && method.getParameterCount() == 0 && !method.isSynthetic()) {
        Object value = read(method, model);
        if (!name.equals(POCKET)) {
          look(
              at
                  + "/"
                  + name.substring(3, 4).toLowerCase(java.util.Locale.ROOT)
                  + name.substring(4),
              value);
        } else if (value instanceof Map<?, ?> pocket) {
          pocket.keySet().forEach(field -> found.add(at + "/" + field));
        }
      }
    }
  }

  private static @Nullable Object read(Method getter, Object model) {
    try {
      return getter.invoke(model);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(getter.toString(), e);
    }
  }
}
