package io.meridian.handoff.notification.domain.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest records of the log, as many as there is room for. Not for several threads.
 *
 * @param <T> what a record says
 */
public final class RecentNews<T> {
  private final int weightMax;
  private final Deque<News<T>> records = new ArrayDeque<>();
  private final Map<Integer, Long> floors = new HashMap<>();
  private int weight;

  /**
   * @param weightMax how much is kept, in the unit of {@link News#weight}
   */
  public RecentNews(int weightMax) {
    this.weightMax = weightMax;
  }

  /**
   * A record.
   *
   * @param weight how much room it takes, 1 or more
   */
  public record News<T>(int partition, long offset, int weight, T what) {}

  /** From this offset on all records of a partition are kept, as long as there is room. */
  public void begin(int partition, long offset) {
    floors.putIfAbsent(partition, offset);
  }

  /** Adds the next record of its partition. */
  public void add(News<T> news) {
    records.addLast(news);
    weight += news.weight();
    while (weight > weightMax && records.size() > 1) {
      News<T> oldest = records.removeFirst();
      weight -= oldest.weight();
      floors.put(oldest.partition(), oldest.offset() + 1);
    }
  }

  /** What somebody has missed since a position; empty when some of it is forgotten. */
  public Optional<List<News<T>>> since(StreamPosition position) {
    boolean forgotten =
        floors.entrySet().stream()
            .anyMatch(floor -> position.next(floor.getKey()) < floor.getValue());
    return forgotten
        ? Optional.empty()
        : Optional.of(
            records.stream().filter(n -> n.offset() >= position.next(n.partition())).toList());
  }
}
