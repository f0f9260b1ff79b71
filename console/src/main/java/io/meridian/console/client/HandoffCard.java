package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as lists have it.
 *
 * @param escalation what people say, e.g. {@code ESC-1042}
 * @param needsReadBack whether it is accepted with the receiver's own words
 * @param readBackOwed whom a lead assigned has still to read back
 * @param missing what the briefing lacks, as codes
 */
public record HandoffCard(
    UUID id,
    String escalation,
    Severity severity,
    String title,
    @Nullable String customer,
    String state,
    Side from,
    Side to,
    Instant boundary,
    Instant acceptBy,
    Instant effectiveFrom,
    boolean needsReadBack,
    boolean readBackOwed,
    List<String> missing,
    int openQuestions,
    @Nullable Decline declined,
    @Nullable NextDue nextDue) {

  /** One side: who, where, and in which zone they read times. */
  public record Side(@Nullable Person tam, String region, @Nullable String zone) {}

  /** Somebody said no. */
  public record Decline(Person tam, @Nullable String reason) {}

  /**
   * The next promise or deadline.
   *
   * @param kind what it is of
   */
  public record NextDue(String kind, String text, Instant at) {}

  /** Whether somebody has still to take it. */
  public boolean isOpen() {
    return Handoff.isOpen(state);
  }
}
