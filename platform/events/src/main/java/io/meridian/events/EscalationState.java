package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An escalation after an event.
 *
 * @param shortId what people say, e.g. {@code ESC-1042}; never reused
 * @param description may be empty; null in events from before it was told
 * @param tags free words; a tag that is a TAM's skill routes the assignment
 * @param serviceHours whether it travels; null in events from before that was told: by severity
 * @param homeRegion the region in which it lives: its customer's, or what somebody set; null while
 *     neither is known
 * @param openedAt start of the current opening: the instant it opened, or was last reopened after
 *     being closed
 * @param closedAt end of accountability, or null while open
 * @param revision counts every change, from 1
 * @param changedAt when the last change happened
 */
public record EscalationState(
    UUID id,
    String shortId,
    String title,
    @Nullable String description,
    Severity severity,
    EscalationStatus status,
    @Nullable UUID customerId,
    List<String> tags,
    @Nullable ExternalRef externalRef,
    @Nullable ServiceHours serviceHours,
    @Nullable String homeRegion,
    Instant openedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    long revision,
    Instant changedAt) {

  /** Whether it travels; by severity where that is not told. */
  public ServiceHours hours() {
    return serviceHours == null ? ServiceHours.of(severity) : serviceHours;
  }

  /** An escalation whose service hours are not told. */
  public EscalationState(
      UUID id,
      String shortId,
      String title,
      @Nullable String description,
      Severity severity,
      EscalationStatus status,
      @Nullable UUID customerId,
      List<String> tags,
      @Nullable ExternalRef externalRef,
      Instant openedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant resolvedAt,
      @Nullable Instant closedAt,
      long revision,
      Instant changedAt) {
    this(
        id,
        shortId,
        title,
        description,
        severity,
        status,
        customerId,
        tags,
        externalRef,
        null,
        null,
        openedAt,
        acknowledgedAt,
        resolvedAt,
        closedAt,
        revision,
        changedAt);
  }

  /** An escalation whose description is not told. */
  public EscalationState(
      UUID id,
      String shortId,
      String title,
      Severity severity,
      EscalationStatus status,
      @Nullable UUID customerId,
      List<String> tags,
      @Nullable ExternalRef externalRef,
      Instant openedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant resolvedAt,
      @Nullable Instant closedAt,
      long revision,
      Instant changedAt) {
    this(
        id,
        shortId,
        title,
        null,
        severity,
        status,
        customerId,
        tags,
        externalRef,
        null,
        null,
        openedAt,
        acknowledgedAt,
        resolvedAt,
        closedAt,
        revision,
        changedAt);
  }
}
