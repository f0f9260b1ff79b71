package io.meridian.handoff.calendar.application.feed;

import io.meridian.handoff.calendar.application.CalendarCommands;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.application.file.CalendarFile;
import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.handoff.calendar.application.roster.RosterRights;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Takes over leave from an iCalendar file: one edit of the calendar in force for a whole file. */
@ApplicationScoped
public class LeaveImport {

  /** Most events of one file. */
  public static final int EVENTS_MAX = 500;

  /** Most leaves that the events of one file that repeat may be together. */
  public static final int OCCURRENCES_MAX = 2_000;

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final CalendarCommands commands;
  private final RosterQueries queries;
  private final Clock clock;

  LeaveImport(
      Transactions transactions,
      Idempotency idempotency,
      CalendarCommands commands,
      RosterQueries queries,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.commands = commands;
    this.queries = queries;
    this.clock = clock;
  }

  /** What became of one event. */
  @Schema(name = "LeaveImportOutcome")
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** The file says that it is none: cancelled, declined, or leaving the time free. */
    REMOVED,
    REFUSED;

    boolean isChange() {
      return this == CREATED || this == UPDATED || this == REMOVED;
    }
  }

  /**
   * What became of an event that repeats.
   *
   * @param cutAt the start of its first occurrence that is not taken, being more than 24 months
   *     ahead or the 501st; null when all are
   * @param leaves those that it is now, but for those that are over
   */
  @Schema(name = "LeaveImportSeries")
  public record Series(
      int created,
      int updated,
      int unchanged,
      int removed,
      @Nullable Instant cutAt,
      List<CalendarDocument.LeaveEntry> leaves) {

    static Series of(
        Map<Outcome, Integer> counts,
        @Nullable Instant cutAt,
        List<CalendarDocument.LeaveEntry> leaves) {
      return new Series(
          counts.getOrDefault(Outcome.CREATED, 0),
          counts.getOrDefault(Outcome.UPDATED, 0),
          counts.getOrDefault(Outcome.UNCHANGED, 0),
          counts.getOrDefault(Outcome.REMOVED, 0),
          cutAt,
          leaves);
    }
  }

  /**
   * The answer for one event.
   *
   * @param uid its UID, or its place in the file
   * @param leave the leave that it is now; null for one that repeats, and for one that is none
   * @param series what it is now if it repeats
   * @param code why it was refused: no-uid, no-start, no-end, dates-reversed, unknown-zone,
   *     unsupported-rule, unsupported-method, too-long-ago, malformed
   * @param detail why it was refused, or why it is no leave: cancelled, declined, TRANSPARENT, or
   *     told by a later event of the file
   */
  @Schema(name = "LeaveImportAnswer")
  public record Answer(
      String uid,
      Outcome outcome,
      CalendarDocument.@Nullable LeaveEntry leave,
      @Nullable Series series,
      @Nullable String code,
      @Nullable String detail) {

    static Answer of(LeaveItem item, Outcome outcome, CalendarDocument.LeaveEntry leave) {
      return new Answer(item.uid(), outcome, leave, null, null, null);
    }

    static Answer of(LeaveItem item, Outcome outcome, String detail) {
      return new Answer(item.uid(), outcome, null, null, null, detail);
    }

    static Answer ofSeries(LeaveItem item, Outcome outcome, Series series) {
      return new Answer(item.uid(), outcome, null, series, null, null);
    }

    static Answer refused(LeaveItem.Unreadable item) {
      return new Answer(item.uid(), Outcome.REFUSED, null, null, item.code(), item.detail());
    }
  }

  /**
   * Tells what would become of the events if they were imported.
   *
   * @param by who would import
   * @return an answer for each event, in the order of the file
   * @throws Problem 403 when the leave is not theirs to decide about; 400 for an unknown TAM; 422
   *     for a file that is cut, without events, or with too many of them or of their occurrences
   */
  public Uni<List<Answer>> tryOut(String tam, TextFile ics, Actor by) {
    return queries
        .inForce()
        .map(
            before -> {
              LeavePlan plan = plan(before, tam, ics, by);
              calendar(before, plan);
              return plan.answers();
            });
  }

  /**
   * Imports the events as leave of a TAM. The same file again changes nothing; with a key it is
   * answered as it was the first time.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @param by who imports
   * @return an answer for each event, in the order of the file
   * @throws Problem those of {@link #tryOut} and {@link Idempotency#once}
   */
  public Uni<List<Answer>> run(@Nullable String key, String tam, TextFile ics, Actor by) {
    return transactions
        .write(
            unit ->
                idempotency.once(
                    unit,
                    key,
                    "POST leaves/import " + tam,
                    ics.text(),
                    Answer[].class,
                    () -> apply(unit, tam, ics, by)))
        .map(List::of);
  }

  private Uni<Answer[]> apply(UnitOfWork unit, String tam, TextFile ics, Actor by) {
    AtomicReference<List<Answer>> answers = new AtomicReference<>(List.of());
    return commands
        .edit(
            unit,
            before -> {
              LeavePlan plan = plan(before, tam, ics, by);
              answers.set(plan.answers());
              return calendar(before, plan);
            },
            by.id())
        .map(now -> answers.get().toArray(Answer[]::new));
  }

  private LeavePlan plan(InForce before, String tam, TextFile ics, Actor by) {
    CalendarDocument document = CalendarDocument.of(before.calendar());
    RosterRights.requireLeave(document, tam, by);
    Tam person =
        before
            .tam(tam)
            .orElseThrow(
                () -> Problem.invalid("?tam", "unknown-tam", "there is no TAM '" + tam + "'"));
    CalendarFile file = CalendarFile.of(ics);
    requireEvents(file.calendars().stream().mapToLong(each -> each.all("VEVENT").size()).sum());
    Instant now = clock.instant();
    List<LeaveItem> items =
        new LeaveReader(person.zone(), person.email(), now, new LeaveIds(tam, document)).read(file);
    if (items.stream().mapToInt(LeaveImport::occurrences).sum() > OCCURRENCES_MAX) {
      throw Problem.unprocessable(
          "too-many-occurrences",
          "The events of a file may repeat " + OCCURRENCES_MAX + " times together at most");
    }
    return LeavePlan.of(document, tam, now, items);
  }

  private static void requireEvents(long count) {
    if (count == 0) {
      throw Problem.unprocessable("no-events", "The body holds no VEVENT of an iCalendar");
    }
    if (count > EVENTS_MAX) {
      throw Problem.unprocessable("too-many-events", "At most " + EVENTS_MAX + " events at once");
    }
  }

  private static int occurrences(LeaveItem item) {
    return item instanceof LeaveItem.Series series ? series.occurrences().size() : 0;
  }

  private static Calendar calendar(InForce before, LeavePlan plan) {
    return plan.changesNothing()
        ? before.calendar()
        : CalendarDocument.of(before.calendar()).withLeaves(plan.leaves()).calendar();
  }
}
