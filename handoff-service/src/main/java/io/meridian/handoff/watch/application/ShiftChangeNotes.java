package io.meridian.handoff.watch.application;

import io.meridian.events.Person;
import io.meridian.events.ShiftChangeEvent;
import io.meridian.events.ShiftChangeNote;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.PlannedChanges;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.watch.domain.Note;
import io.meridian.handoff.watch.store.NoteRepository;
import io.meridian.rest.http.ETags;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What outgoing crews say to incoming ones. */
@ApplicationScoped
public class ShiftChangeNotes {
  /** A note may be written before the boundary, and until as long after it. */
  private static final Duration AROUND = Duration.ofDays(1);

  private final NoteRepository notes;
  private final Rosters rosters;
  private final CurrentCalendar calendar;
  private final HandoffConfig config;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  ShiftChangeNotes(
      NoteRepository notes,
      Rosters rosters,
      CurrentCalendar calendar,
      HandoffConfig config,
      Transactions transactions,
      Outbox outbox,
      Clock clock) {
    this.notes = notes;
    this.rosters = rosters;
    this.calendar = calendar;
    this.config = config;
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A note and the name of who wrote it. */
  public record Written(Note note, Person by) {}

  /**
   * The note of a shift change.
   *
   * @throws Problem 404 when nobody has written one
   */
  public Uni<Written> read(UUID shiftChange) {
    return transactions.read(
        unit ->
            notes
                .find(unit, shiftChange)
                .map(
                    found ->
                        found.orElseThrow(
                            () -> Problem.notFound("note of shift change", shiftChange)))
                .chain(note -> named(unit, note)));
  }

  private Uni<Written> named(UnitOfWork unit, Note note) {
    return calendar.in(unit).map(people -> new Written(note, people.person(note.by())));
  }

  /**
   * Writes the note, or its next version, and tells the incoming crew.
   *
   * @param ifMatch the version before, 0 for none
   * @throws Problem 404 for a shift change that the roster of these days does not know, 403 for who
   *     neither goes off duty there, leads the region nor manages, 412 for another version
   */
  public Uni<Written> write(UUID shiftChange, @Nullable String ifMatch, String text, Actor by) {
    return transactions.write(
        unit -> {
          Instant now = clock.instant();
          return rosters
              .between(unit, now.minus(AROUND), now.plus(AROUND))
              .chain(
                  roster ->
                      calendar
                          .in(unit)
                          .chain(
                              people -> {
                                ShiftChange change = known(roster, shiftChange, now);
                                requireOutgoing(roster, people, change, by);
                                return write(unit, change, people, ifMatch, text, by, now);
                              }));
        });
  }

  private ShiftChange known(Roster roster, UUID id, Instant now) {
    return PlannedChanges.between(
            roster, new ShiftChanges(roster, config.terms()), now.minus(AROUND), now.plus(AROUND))
        .stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("shift change", id));
  }

  private static void requireOutgoing(Roster roster, InForce people, ShiftChange change, Actor by) {
    boolean leaves =
        roster.duties(by.id()).stream()
            .anyMatch(
                duty ->
                    duty.end().equals(change.boundary())
                        && duty.region().equals(change.fromRegion()));
    boolean leads =
        people
            .region(change.fromRegion())
            .filter(region -> region.lead().equals(by.id()))
            .isPresent();
    if (!leaves && !leads && !by.has(Roles.MANAGER)) {
      throw Problem.forbidden("The note is written by the outgoing crew, their lead or a manager.");
    }
  }

  private Uni<Written> write(
      UnitOfWork unit,
      ShiftChange change,
      InForce people,
      @Nullable String ifMatch,
      String text,
      Actor by,
      Instant now) {
    return notes
        .lock(unit, change.id())
        .chain(
            before -> {
              long version = before.map(Note::version).orElse(0L);
              ETags.requireMatch(ifMatch, version);
              Note note = new Note(change.id(), text, by.id(), now, version + 1);
              return notes
                  .write(unit, note)
                  .chain(() -> outbox.append(unit, List.of(event(change, note, people))))
                  .replaceWith(new Written(note, people.person(by.id())));
            });
  }

  private static ShiftChangeEvent event(ShiftChange change, Note note, InForce people) {
    Shift incoming = change.incoming();
    return new ShiftChangeEvent.Noted(
        new ShiftChangeNote(
            change.id(),
            change.fromRegion(),
            change.toRegion(),
            change.boundary(),
            incoming.start(),
            Stream.of(incoming.primary(), incoming.secondary())
                .filter(Objects::nonNull)
                .map(people::person)
                .toList(),
            note.text(),
            people.person(note.by()),
            note.version(),
            note.at()));
  }
}
