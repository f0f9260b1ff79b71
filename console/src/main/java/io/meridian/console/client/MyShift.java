package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person opens at the boundary.
 *
 * @param tam their entry in the calendar; null for who has none
 * @param now the shift they are on; null off duty
 * @param next their next one; null when the roster knows none
 * @param after who takes over when their duty ends; null while nobody is known to
 * @param watch what crews keep an eye on though no case is open; what ends first first
 * @param notes of the crews that they relieve, and of their own
 * @param complete false when there is more than is shown
 */
public record MyShift(
    Instant at,
    @Nullable Me tam,
    @Nullable Place now,
    @Nullable Place next,
    @Nullable Incoming incoming,
    @Nullable Outgoing outgoing,
    List<Held> holding,
    Questions questions,
    @Nullable After after,
    List<Watch> watch,
    List<Note> notes,
    List<Risk> risks,
    boolean complete) {

  /** The entry. */
  public record Me(String id, String name, String region, String zone, @Nullable String status) {}

  /**
   * A shift.
   *
   * @param zone of its region
   * @param until when the duty ends: shifts that touch are one
   */
  public record Place(
      String region,
      String zone,
      Instant start,
      Instant end,
      Instant until,
      String tier,
      List<Mate> with) {}

  /** Somebody else on it. */
  public record Mate(String id, String name, String tier) {}

  /** What comes. */
  public record Incoming(
      Instant boundary, Instant acceptBy, List<From> from, List<HandoffCard> handoffs) {}

  /** Who hands over how many. */
  public record From(Person tam, int count) {}

  /** What is handed over; incomplete are briefings that lack something. */
  public record Outgoing(Instant boundary, int incomplete, List<HandoffCard> handoffs) {}

  /**
   * An escalation that they are accountable for.
   *
   * @param status {@code RESOLVED} while it rests until it closes by itself
   * @param until when another takes over who has accepted; null while nobody has
   */
  public record Held(
      String escalation,
      Severity severity,
      String status,
      String title,
      @Nullable String customer,
      @Nullable Instant until,
      HandoffCard.@Nullable NextDue nextDue) {}

  /** Questions to them, and answers to theirs. */
  public record Questions(List<Question> toMe, List<Question> answered) {}

  /** A question about a handoff. */
  public record Question(
      UUID handoffId,
      String escalation,
      Person askedBy,
      String question,
      Person outgoing,
      @Nullable String answer) {}

  /** Who takes over, and at which shift change. */
  public record After(
      UUID shiftChangeId,
      String region,
      @Nullable String zone,
      @Nullable Person tam,
      Instant start,
      boolean reachable) {}

  /** Something to keep an eye on, and whether the reader's crew has still to confirm it. */
  public record Watch(boolean toConfirm, Item item) {}

  /**
   * What is watched.
   *
   * @param whatIf what to do if it happens
   */
  public record Item(
      UUID id,
      @Nullable String customer,
      String what,
      String whatIf,
      Instant from,
      Instant until,
      Person madeBy,
      List<Handover> handovers) {}

  /** It came to a crew; who of it has confirmed. */
  public record Handover(String toRegion, @Nullable Person confirmedBy) {}

  /** What a crew leaves to be known. */
  public record Note(UUID shiftChangeId, String text, Person by, Instant at, long version) {}

  /** Something that is about to go wrong; the detail says it in words. */
  public record Risk(String kind, Instant at, String detail, @Nullable UUID handoffId) {}
}
