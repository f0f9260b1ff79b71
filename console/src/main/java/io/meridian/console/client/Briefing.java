package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the incoming TAM must know: facts that the system keeps current, and words that people
 * wrote.
 *
 * @param version 0 while it is the draft
 * @param facts what the system knows, as it is now
 * @param words what people say
 * @param missing what it lacks for this severity
 * @param changes the timeline since the version was written
 */
public record Briefing(
    UUID handoffId,
    String escalation,
    long version,
    @Nullable String writtenBy,
    @Nullable Instant writtenAt,
    @Nullable Instant nextDue,
    Facts facts,
    Words words,
    List<Missing> missing,
    List<Change> changes) {

  /**
   * What the system knows.
   *
   * @param homeRegion the region in which it lives, or would; null while none is known
   * @param resting when nobody was expected to act on it last; null when that was not of late
   */
  public record Facts(
      Severity severity,
      String status,
      @Nullable String homeRegion,
      @Nullable Resting resting,
      String title,
      @Nullable String description,
      @Nullable String ticketUrl,
      Instant openedAt,
      @Nullable Customer customer,
      List<Due> deadlines,
      List<Stakeholder> stakeholders) {}

  /**
   * A stretch in which nobody was expected to act.
   *
   * @param end null while it lasts
   */
  public record Resting(Instant start, @Nullable Instant end, String cause) {}

  /** What people say. */
  public record Words(
      @Nullable String severityReason,
      @Nullable String summary,
      @Nullable Contact lastContact,
      @Nullable String mood,
      List<Action> actions,
      List<Due> promises,
      List<String> risks,
      List<Hypothesis> hypotheses,
      List<String> links) {}

  /** The customer by the name people know. */
  public record Customer(UUID id, String name) {}

  /** Somebody who wants to be told. */
  public record Stakeholder(String name, @Nullable String role) {}

  /** When the customer was last spoken with. */
  public record Contact(Instant at, String by, String text) {}

  /** Something to be done. */
  public record Action(String text, @Nullable String owner, @Nullable Instant due) {}

  /** Something that is due. */
  public record Due(String text, @Nullable Instant due) {}

  /** What may be the cause. */
  public record Hypothesis(String text, boolean ruledOut) {}

  /** Something the briefing lacks; the detail says it in words. */
  public record Missing(String code, String detail) {}

  /** A fact on the timeline. */
  public record Change(long revision, Instant at, String by, String kind, @Nullable String text) {}
}
