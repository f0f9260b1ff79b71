package io.meridian.handoff.notification.domain.live;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a reader has come: for each partition of the log the offset that comes next. The same in
 * every replica, so that a reader goes on anywhere.
 */
public final class StreamPosition {
  private static final Pattern FORM =
      Pattern.compile("\\d{1,4}\\.\\d{1,18}(-\\d{1,4}\\.\\d{1,18})*");

  private final TreeMap<Integer, Long> next;

  private StreamPosition(Map<Integer, Long> next) {
    this.next = new TreeMap<>(next);
  }

  /** A position by the offset that comes next in each partition. */
  public static StreamPosition of(Map<Integer, Long> next) {
    return new StreamPosition(next);
  }

  /** The position that {@link #toString} wrote; empty for any other text. */
  public static Optional<StreamPosition> parse(String text) {
    if (text.length() > 1_000 || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    Map<Integer, Long> next = new TreeMap<>();
    for (String part : text.split("-", -1)) {
      int dot = part.indexOf('.');
      next.put(Integer.valueOf(part.substring(0, dot)), Long.valueOf(part.substring(dot + 1)));
    }
    return Optional.of(new StreamPosition(next));
  }

  /** The offset that comes next in a partition; 0 in one that is not known. */
  public long next(int partition) {
    return next.getOrDefault(partition, 0L);
  }

  /** Moves on past a record; never back. */
  public void passed(int partition, long offset) {
    next.merge(partition, offset + 1, Math::max);
  }

  /** A copy that moves by itself. */
  public StreamPosition copy() {
    return new StreamPosition(next);
  }

  @Override
  public String toString() {
    return next.entrySet().stream()
        .map(entry -> entry.getKey() + "." + entry.getValue())
        .collect(Collectors.joining("-"));
  }
}
