package io.meridian.console.client;

import java.util.List;
import java.util.UUID;

/** Many acceptances, of which each is answered by itself. */
public record BulkAcceptance(List<Item> items) {

  /** One of them. */
  public record Item(UUID id) {}

  /** Of these handoffs. */
  public static BulkAcceptance of(List<UUID> ids) {
    return new BulkAcceptance(ids.stream().map(Item::new).toList());
  }
}
