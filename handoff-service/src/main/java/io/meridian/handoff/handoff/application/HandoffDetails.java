package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffState;
import io.meridian.events.Person;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.handoff.handoff.application.briefing.BriefingDetails;
import io.meridian.handoff.handoff.domain.ReadBack;
import io.meridian.handoff.ledger.domain.Rest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handoff with all that its readers want.
 *
 * @param createdAt when it was drafted
 * @param briefing of what the briefing is
 * @param content what it says
 * @param readBack the receiver's own words, once given
 * @param isCarried whether whom a lead assigned still has the escalation by it
 */
public record HandoffDetails(
    HandoffState state,
    Instant createdAt,
    @Nullable String readBack,
    Briefing briefing,
    BriefingDetails content,
    boolean isCarried,
    List<Question> questions) {

  /** Whether whom a lead assigned has still to read back. */
  public boolean isReadBackOwed() {
    return isCarried && Boolean.TRUE.equals(state.readBackOwed());
  }

  /** Whether a read-back is needed and not given yet. */
  public boolean needsReadBack() {
    return isReadBackOwed()
        || !state.status().isFinished() && ReadBack.isNeededFor(state.severity());
  }

  /**
   * The escalation as it is now.
   *
   * @param homeRegion where it lives, or would if it did not follow the sun; null while unknown
   * @param resting when it rested last, its end null while it rests; null when it did not of late
   * @param description may be empty; null when it is not known here
   * @param url of its ticket, or null
   */
  public record Briefing(
      Severity severity,
      String title,
      String status,
      ServiceHours serviceHours,
      @Nullable String homeRegion,
      @Nullable Rest resting,
      @Nullable String description,
      @Nullable String url,
      Instant openedAt,
      @Nullable Customer customer) {}

  /** The customer by the name people know. */
  public record Customer(UUID id, String name) {}

  /** A question of the incoming TAM; unanswered while {@code answer} is null. */
  public record Question(
      int number,
      Person askedBy,
      String question,
      Instant askedAt,
      @Nullable Person answeredBy,
      @Nullable String answer,
      @Nullable Instant answeredAt) {}
}
