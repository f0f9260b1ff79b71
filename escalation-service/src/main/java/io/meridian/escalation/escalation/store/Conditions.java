package io.meridian.escalation.escalation.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code where} of a query with its parameters; each {@code ?} becomes the next number. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final Tuple parameters = Tuple.tuple();

  /** Adds a condition unless the value is null. Every {@code ?} in it stands for the value. */
  Conditions and(String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition.replace("?", next(value)));
    }
    return this;
  }

  /** Adds a parameter outside the conditions and answers its number, as {@code $3}. */
  String next(Object value) {
    parameters.addValue(value);
    return "$" + parameters.size();
  }

  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Tuple parameters() {
    return parameters;
  }
}
