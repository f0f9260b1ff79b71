package io.meridian.rest.paging;

import io.meridian.rest.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
public final class PageRequest {
  /** Items on a page when the caller does not say. */
  public static final int LIMIT_DEFAULT = 50;

  /** Most items on a page. */
  public static final int LIMIT_MAX = 500;

  private final int limit;
  private final @Nullable List<String> after;

  private PageRequest(int limit, @Nullable List<String> after) {
    this.limit = limit;
    this.after = after;
  }

  /**
   * The page that the query parameters {@code limit} and {@code cursor} name.
   *
   * @throws Problem 400 when limit is outside 1..500 or the cursor is none of ours
   */
  public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
    int items = limit == null ? LIMIT_DEFAULT : limit;
    if (items < 1 || items > LIMIT_MAX) {
      throw Problem.invalid("?limit", "out-of-range", "must be between 1 and " + LIMIT_MAX);
    }
    return new PageRequest(items, cursor == null ? null : Cursor.decode(cursor));
  }

  /** How many items at most; fetch one more to learn whether another page follows. */
  public int limit() {
    return limit;
  }

  /** The sort key of the last item of the page before, or empty for the first page. */
  public Optional<List<String>> after() {
    return Optional.ofNullable(after);
  }

  /**
   * The sort key of the page before, in the list's own types.
   *
   * @param parse reads the key; whatever it throws means that the cursor is not ours
   * @throws Problem 400 when {@code parse} fails
   */
  public <K> Optional<K> after(Function<List<String>, K> parse) {
    if (after == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(after));
    } catch (RuntimeException e) {
      throw Cursor.invalid();
    }
  }
}
