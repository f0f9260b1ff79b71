package io.meridian.testkit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Every operation that is no read, as the OpenAPI document of the running service has it: done, it
 * leaves one entry for each object that it changed; done again where a repeat changes nothing, it
 * leaves none. An operation without a row fails. That a refusal leaves none is held by {@code
 * BadInputMatrix} too, which compares all tables, the audit log's among them.
 */
public final class AuditMatrix {
  private static final Set<String> READS = Set.of("get", "head", "options", "parameters");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** What an operation does, and what is to be written of it. */
  private record Row(
      String actor, List<String> kinds, Supplier<Response> deed, boolean repeatable, int refusal) {
    private boolean isRefused() {
      return refusal > 0;
    }
  }

  /**
   * An operation that is done once.
   *
   * @param operation named like {@code PUT /api/v1/calendar}
   * @param actor who does it
   * @param kinds of what it changes, one word for each object, separated by spaces
   */
  public AuditMatrix once(String operation, String actor, String kinds, Supplier<Response> deed) {
    return with(operation, new Row(actor, words(kinds), deed, false, 0));
  }

  /** The same, and when it is done a second time it is answered well and changes nothing. */
  public AuditMatrix again(String operation, String actor, String kinds, Supplier<Response> deed) {
    return with(operation, new Row(actor, words(kinds), deed, true, 0));
  }

  /** An operation that is refused whoever asks, and leaves nothing. */
  public AuditMatrix refused(String operation, int status, Supplier<Response> deed) {
    return with(operation, new Row("", List.of(), deed, false, status));
  }

  private AuditMatrix with(String operation, Row row) {
    if (rows.put(operation, row) != null) {
      throw new IllegalArgumentException(operation + " has two rows");
    }
    return this;
  }

  private static List<String> words(String kinds) {
    return kinds.isEmpty() ? List.of() : Arrays.stream(kinds.split(" ")).sorted().toList();
  }

  /**
   * Does everything, in the order in which the rows were told; fails with one line for whatever is
   * wrong.
   *
   * @param elsewhere operations whose entries another test looks at
   */
  public void check(String... elsewhere) {
    List<String> wrong = new ArrayList<>();
    TreeSet<String> operations = operations();
    operations.removeAll(List.of(elsewhere));
    operations.stream()
        .filter(operation -> !rows.containsKey(operation))
        .forEach(operation -> wrong.add(operation + " has no row"));
    rows.forEach(
        (operation, row) -> {
          if (operations.contains(operation)) {
            try {
              wrong.addAll(check(operation, row));
            } catch (RuntimeException | AssertionError e) {
              wrong.add(operation + " could not be done: " + e);
            }
          } else {
            wrong.add(operation + " has a row and is not described");
          }
        });
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "%d of %d operations:%n%s"
              .formatted(wrong.size(), operations.size(), String.join("\n", wrong)));
    }
  }

  private static List<String> check(String operation, Row row) {
    long before = WrittenEntry.last();
    Response done = row.deed().get();
    if (row.isRefused() ? done.statusCode() != row.refusal() : done.statusCode() >= 300) {
      return List.of(operation + " was answered " + done.statusCode() + " " + done.asString());
    }
    List<WrittenEntry> entries = of(operation, before);
    List<String> wrong = new ArrayList<>();
    if (!entries.stream().map(WrittenEntry::kind).sorted().toList().equals(row.kinds())) {
      wrong.add(operation + " must change " + row.kinds() + ", wrote " + objects(entries));
    }
    if (new TreeSet<>(objects(entries)).size() != entries.size()) {
      wrong.add(operation + " wrote two entries for one object: " + objects(entries));
    }
    for (WrittenEntry entry : entries) {
      String trace = entry.trace();
      if (!entry.actor().equals(row.actor()) || trace == null || trace.length() != 32) {
        wrong.add(operation + " by " + row.actor() + " wrote " + entry);
      }
    }
    if (row.repeatable()) {
      long middle = WrittenEntry.last();
      Response repeated = row.deed().get();
      if (repeated.statusCode() >= 300 || !of(operation, middle).isEmpty()) {
        wrong.add(
            "%s again was answered %d and wrote %s"
                .formatted(operation, repeated.statusCode(), objects(of(operation, middle))));
      }
    }
    return wrong;
  }

  private static List<WrittenEntry> of(String operation, long after) {
    String wanted = withoutNames(operation);
    return WrittenEntry.after(after).stream()
        .filter(entry -> withoutNames(entry.what()).equals(wanted))
        .toList();
  }

  /** The document may call a part of a path {@code code} that the resource calls {@code id}. */
  private static String withoutNames(String operation) {
    return operation.replaceAll("\\{\\w+}", "{}");
  }

  private static List<String> objects(List<WrittenEntry> entries) {
    return entries.stream().map(entry -> entry.kind() + " " + entry.object()).toList();
  }

  private static TreeSet<String> operations() {
    TreeSet<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (!READS.contains(verb.getKey())) {
          operations.add(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  private static JsonNode document() {
    try {
      return JSON.readTree(
          RestAssured.given()
              .auth()
              .oauth2(Tokens.manager())
              .get("/q/openapi?format=json")
              .asString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
