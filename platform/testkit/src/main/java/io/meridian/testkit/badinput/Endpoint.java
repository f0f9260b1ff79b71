package io.meridian.testkit.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of a service, as its OpenAPI document describes it.
 *
 * @param roles who may call it; empty when no token is needed
 * @param samples a value of the right type for each path parameter
 * @param mediaTypes of the body it takes; empty when it takes none
 * @param takesObject the body is a JSON object with known fields only
 * @param times where an instant can be given: {@code ?name} in the query, {@code /name} in the body
 */
record Endpoint(
    String method,
    String path,
    List<String> roles,
    Map<String, String> samples,
    boolean takesIfMatch,
    List<String> mediaTypes,
    boolean takesObject,
    List<String> times) {

  private static final List<String> VERBS = List.of("get", "put", "post", "patch", "delete");

  /** All that a document describes below {@code /api/}, in the order of the paths. */
  static List<Endpoint> of(JsonNode document) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String verb : VERBS) {
        JsonNode operation = path.getValue().path(verb);
        if (path.getKey().startsWith("/api/") && operation.isObject()) {
          endpoints.add(of(document, verb, path.getKey(), path.getValue(), operation));
        }
      }
    }
    return endpoints;
  }

  /** As a row names it, e.g. {@code PUT /api/v1/calendar}. */
  String name() {
    return method + " " + path;
  }

  /** The path with a value for each parameter: the row's own, or a made-up one. */
  String at(Row row) {
    String at = path;
    for (Map.Entry<String, String> sample : samples.entrySet()) {
      String own = row.path(sample.getKey());
      at = at.replace("{" + sample.getKey() + "}", own == null ? sample.getValue() : own);
    }
    return at;
  }

  boolean takesJson() {
    return mediaTypes.contains("application/json");
  }

  private static Endpoint of(
      JsonNode document, String verb, String path, JsonNode shared, JsonNode operation) {
    Map<String, String> samples = new TreeMap<>();
    List<String> times = new ArrayList<>();
    boolean ifMatch = false;
    for (JsonNode list : List.of(shared.path("parameters"), operation.path("parameters"))) {
      for (JsonNode parameter : list) {
        String name = parameter.path("name").asText();
        ifMatch |= name.equals("If-Match");
        if (parameter.path("in").asText().equals("path")) {
          samples.put(name, sample(resolved(document, parameter.path("schema"))));
        } else if (parameter.path("in").asText().equals("query")
            && isInstant(document, parameter.path("schema"))) {
          times.add("?" + name);
        }
      }
    }
    List<String> roles = new ArrayList<>();
    operation.path("security").forEach(s -> s.path("bearer").forEach(r -> roles.add(r.asText())));
    JsonNode content = operation.path("requestBody").path("content");
    List<String> mediaTypes = content.properties().stream().map(Map.Entry::getKey).toList();
    JsonNode body = resolved(document, content.path("application/json").path("schema"));
    boolean object = body.has("properties") && !body.has("additionalProperties");
    for (Map.Entry<String, JsonNode> property : body.path("properties").properties()) {
      if (isInstant(document, property.getValue())) {
        times.add("/" + property.getKey());
      }
    }
    return new Endpoint(
        verb.toUpperCase(Locale.ROOT), path, roles, samples, ifMatch, mediaTypes, object, times);
  }

  /** Also one that may be absent: any of an instant and null. */
  private static boolean isInstant(JsonNode document, JsonNode schema) {
    JsonNode found = resolved(document, schema);
    return found.path("format").asText().equals("date-time")
        || Stream.of("anyOf", "oneOf", "allOf")
            .flatMap(some -> StreamSupport.stream(found.path(some).spliterator(), false))
            .anyMatch(one -> isInstant(document, one));
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    JsonNode found = schema;
    while (found.has("$ref")) {
      found = document.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  private static String sample(JsonNode schema) {
    if (schema.path("enum").isArray()) {
      return schema.path("enum").path(0).asText();
    } else if (schema.path("format").asText().equals("uuid")) {
      return "0198c0de-0000-7000-8000-00000000dead";
    } else if (schema.path("format").asText().equals("date")) {
      return "2026-03-08";
    }
    boolean number =
        schema.path("type").asText().equals("integer")
            || StreamSupport.stream(schema.path("type").spliterator(), false)
                .anyMatch(type -> type.asText().equals("integer"));
    return number ? "1" : "nobody";
  }
}
