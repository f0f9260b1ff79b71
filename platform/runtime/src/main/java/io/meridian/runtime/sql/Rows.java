package io.meridian.runtime.sql;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How things become rows of one statement: name, type and value of each column beside each other.
 * The statement takes them {@code from} {@link #unnest()}, one array a column; what it takes beside
 * them comes {@link #after} the arrays.
 *
 * @param <T> what becomes a row
 */
public final class Rows<T> {

  private record Column<T>(String name, String type, Function<List<T>, Object> values) {}

  private final String alias;
  private final List<Column<T>> columns;

  private Rows(String alias, List<Column<T>> columns) {
    this.alias = alias;
    this.columns = List.copyOf(columns);
  }

  /** Rows without a column yet, under a name in the statement. */
  public static <T> Rows<T> as(String alias) {
    return new Rows<>(alias, List.of());
  }

  /** With a column of {@code uuid}. */
  public Rows<T> uuid(String name, Function<? super T, @Nullable UUID> value) {
    return with(name, "uuid", rows -> Columns.ids(rows, value));
  }

  /** With a column of {@code text}. */
  public Rows<T> text(String name, Function<? super T, @Nullable String> value) {
    return with(name, "text", rows -> Columns.texts(rows, value));
  }

  /** With a column of {@code bigint}. */
  public Rows<T> number(String name, ToLongFunction<? super T> value) {
    return with(name, "bigint", rows -> Columns.longs(rows, value::applyAsLong));
  }

  /** With a column of {@code bigint} that may be null. */
  public Rows<T> numberOrNull(String name, Function<? super T, @Nullable Long> value) {
    return with(name, "bigint", rows -> Columns.longs(rows, value));
  }

  /** With a column of {@code boolean}. */
  public Rows<T> flag(String name, Predicate<? super T> value) {
    return with(name, "boolean", rows -> Columns.flags(rows, value::test));
  }

  /** With a column of {@code timestamptz}. */
  public Rows<T> instant(String name, Function<? super T, @Nullable Instant> value) {
    return with(name, "timestamptz", rows -> Columns.instants(rows, value));
  }

  /** With a column of {@code bytea}. */
  public Rows<T> bytes(String name, Function<? super T, byte[]> value) {
    return with(
        name,
        "bytea",
        rows -> rows.stream().map(row -> Buffer.buffer(value.apply(row))).toArray(Buffer[]::new));
  }

  private Rows<T> with(String name, String type, Function<List<T>, Object> values) {
    List<Column<T>> more = new ArrayList<>(columns);
    more.add(new Column<>(name, type, values));
    return new Rows<>(alias, more);
  }

  /** The rows in a statement: {@code unnest($1::uuid[], $2::text[]) as alias (id, name)}. */
  public String unnest() {
    return "unnest(" + arrays(1) + ") as " + alias + " (" + names() + ")";
  }

  /** The same with their places in the order given, from 1, in a column {@code ord}. */
  public String numbered(int first) {
    return "unnest(%s) with ordinality as %s (%s, ord)".formatted(arrays(first), alias, names());
  }

  private String arrays(int first) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> "$" + (first + i) + "::" + columns.get(i).type() + "[]")
        .collect(Collectors.joining(", "));
  }

  /** The columns' names, in order, as an {@code insert} lists them. */
  public String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** What an update sets, of those columns that it does: {@code name = excluded.name, …}. */
  public String excluded(String... keys) {
    List<String> kept = List.of(keys);
    return columns.stream()
        .map(Column::name)
        .filter(name -> !kept.contains(name))
        .map(name -> name + " = excluded." + name)
        .collect(Collectors.joining(", "));
  }

  /** How many columns there are, and arrays. */
  public int size() {
    return columns.size();
  }

  /**
   * The parameter that follows the arrays.
   *
   * @param place 1 for the first
   */
  public String after(int place) {
    return "$" + (columns.size() + place);
  }

  /** The parameters of the statement: an array a column, then the others. */
  public Tuple tuple(Collection<T> rows, @Nullable Object... others) {
    Tuple tuple = Tuple.tuple();
    addTo(tuple, rows);
    for (Object other : others) {
      tuple.addValue(other);
    }
    return tuple;
  }

  /** Adds an array a column to the parameters of a statement that takes several such rows. */
  public void addTo(Tuple tuple, Collection<T> rows) {
    List<T> all = List.copyOf(rows);
    columns.forEach(column -> tuple.addValue(column.values().apply(all)));
  }
}
