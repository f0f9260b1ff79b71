package io.meridian.console.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of many acceptances, in the order asked. */
public record BulkAnswer(List<Item> items) {

  /**
   * The answer to one of them.
   *
   * @param status as if it had been accepted alone
   * @param problem why it was refused; null when it was not
   */
  public record Item(UUID id, int status, Refusal.@Nullable Problem problem) {}

  /** How many were accepted. */
  public long accepted() {
    return items.stream().filter(item -> item.status() < 300).count();
  }
}
