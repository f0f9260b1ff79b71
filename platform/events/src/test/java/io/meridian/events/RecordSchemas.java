package io.meridian.events;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON schemas that the records amount to, without descriptions. */
final class RecordSchemas {
  private final Map<String, Map<String, Object>> schemas = new TreeMap<>();

  /** Schemas of all events and of what they are made of, by name. */
  static Map<String, Map<String, Object>> ofTheHouse() {
    RecordSchemas all = new RecordSchemas();
    EventType.all().values().forEach(all::reference);
    return all.schemas;
  }

  /** Name of a record's or enum's schema: the simple name, with the outer type's in front. */
  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = name(type);
    if (!schemas.containsKey(name)) {
      schemas.put(name, Map.of());
      schemas.put(name, type.isEnum() ? enumeration(type) : object(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private static Map<String, Object> enumeration(Class<?> type) {
    return Map.of(
        "type",
        "string",
        "enum",
        Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      AnnotatedType annotated = component.getAnnotatedType();
      properties.put(component.getName(), schema(annotated));
      if (!annotated.isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("required", required);
    schema.put("properties", properties);
    return schema;
  }

  private Map<String, Object> schema(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (type instanceof ParameterizedType generic) {
      AnnotatedType[] arguments =
          ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
      return generic.getRawType() == Map.class
          ? Map.of("type", "object", "additionalProperties", schema(arguments[1]))
          : Map.of("type", "array", "items", schema(arguments[0]));
    }
    return simple((Class<?>) type);
  }

  private Map<String, Object> simple(Class<?> type) {
    if (type == String.class) {
      return Map.of("type", "string");
    } else if (type == UUID.class) {
      return Map.of("type", "string", "format", "uuid");
    } else if (type == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    } else if (type == Duration.class) {
      return Map.of("type", "string", "format", "duration");
    } else if (type == long.class || type == Long.class) {
      return Map.of("type", "integer", "format", "int64");
    } else if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    return reference(type);
  }
}
