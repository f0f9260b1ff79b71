package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An escalation.
 *
 * @param status {@code OPEN}, {@code ACKNOWLEDGED} and so on
 * @param customer null while unknown
 * @param externalRef the ticket that it came from; null without one
 * @param serviceHours {@code FOLLOW_THE_SUN} or {@code HOME_REGION}
 * @param homeRegion in which it lives, or would; null while none is known
 * @param openedAt when it opened, or was last reopened
 * @param acknowledgedBy by id; null while nobody has
 * @param closesAt when it closes by itself; null unless it is resolved
 */
public record Escalation(
    String shortId,
    String status,
    Severity severity,
    String title,
    @Nullable String description,
    @Nullable Customer customer,
    List<String> tags,
    @Nullable ExternalRef externalRef,
    String serviceHours,
    @Nullable String homeRegion,
    Instant openedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closesAt,
    @Nullable Instant closedAt) {

  /** Whose it is; the name is null while it is not known. */
  public record Customer(String id, @Nullable String name) {}

  /** A ticket. */
  public record ExternalRef(String system, String id, @Nullable String url) {}

  /**
   * A fact about it.
   *
   * @param by a TAM's id, or the name of an integration
   * @param kind {@code OPENED}, {@code NOTED} and so on
   * @param text the note, the resolution or the reason; null for none
   * @param from what changed, before; null for others
   * @param to what changed, after; null for others
   * @param fields what changed, of an update
   */
  public record Fact(
      Instant at,
      String by,
      String kind,
      @Nullable String text,
      @Nullable String from,
      @Nullable String to,
      List<String> fields) {}
}
