package io.meridian.handoff.calendar.application.roster;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.handoff.calendar.application.CalendarCommands;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.rest.http.ETags;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Single entries of the calendar. A change of one is an edit of the whole document: it is checked,
 * applied and announced exactly as {@code PUT /calendar} is, in one transaction, and the calendar's
 * revision moves on.
 */
@ApplicationScoped
public class CalendarEntries {

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final CurrentCalendar current;
  private final CalendarCommands commands;
  private final RosterQueries queries;
  private final ObjectMapper json;

  CalendarEntries(
      Transactions transactions,
      Idempotency idempotency,
      CurrentCalendar current,
      CalendarCommands commands,
      RosterQueries queries,
      ObjectMapper json) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.current = current;
    this.commands = commands;
    this.queries = queries;
    this.json = json;
  }

  /** Entries, and the calendar in force that they are of. */
  public record Listed(InForce inForce, List<Entry> entries) {}

  /** An entry that was changed; after its removal what it was. */
  public record Changed(InForce inForce, Entry entry) {}

  /** All entries of a list, in the order of the document. */
  public <E> Uni<Listed> all(EntryList<E> list) {
    EntryEdit<E> edit = edit(list, EntryRule.anybody());
    return queries
        .inForce()
        .map(
            inForce ->
                new Listed(
                    inForce,
                    list.of().apply(document(inForce)).stream().map(edit::entry).toList()));
  }

  /**
   * One entry.
   *
   * @throws Problem 404
   */
  public <E> Uni<Changed> one(EntryList<E> list, String id) {
    EntryEdit<E> edit = edit(list, EntryRule.anybody());
    return queries
        .inForce()
        .map(
            inForce ->
                list.of().apply(document(inForce)).stream()
                    .filter(entry -> list.idOf().apply(entry).equals(id))
                    .findFirst()
                    .map(entry -> new Changed(inForce, edit.entry(entry)))
                    .orElseThrow(() -> Problem.notFound(list.noun(), id)));
  }

  /**
   * Adds an entry to the calendar in force; with a key, once.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @param by who does
   * @throws Problem those of {@link Idempotency#once} besides those of a change
   */
  public <E> Uni<Changed> create(
      @Nullable String key,
      EntryList<E> list,
      EntryChange.Create change,
      EntryRule<E> rule,
      String by) {
    return transactions.write(
        unit ->
            idempotency
                .once(
                    unit,
                    key,
                    "POST " + list.name(),
                    change.entry(),
                    Entry.class,
                    () -> change(unit, list, change, rule, by).map(Changed::entry))
                .chain(entry -> current.in(unit).map(now -> new Changed(now, entry))));
  }

  /**
   * Changes an entry in the calendar in force.
   *
   * @param by who does
   */
  public <E> Uni<Changed> change(
      EntryList<E> list, EntryChange change, EntryRule<E> rule, String by) {
    return transactions.write(unit -> change(unit, list, change, rule, by));
  }

  private <E> Uni<Changed> change(
      UnitOfWork unit, EntryList<E> list, EntryChange change, EntryRule<E> rule, String by) {
    EntryEdit<E> edit = edit(list, rule);
    AtomicInteger index = new AtomicInteger();
    return commands
        .edit(
            unit,
            before -> {
              if (change instanceof EntryChange.Create create && create.ifMatch() != null) {
                ETags.requireMatch(create.ifMatch(), before.revision());
              }
              EntryEdit.Edited edited = edit.edit(document(before), change, true);
              index.set(edited.index());
              return edited.calendar();
            },
            by)
        .map(now -> new Changed(now, changed(edit, list, change, now, index.get())));
  }

  /** What a change would do if it were made now. */
  public <E> Uni<RosterQueries.Preview> tryOut(
      EntryList<E> list, EntryChange change, EntryRule<E> rule) {
    EntryEdit<E> edit = edit(list, rule);
    return queries
        .inForce()
        .map(before -> edit.edit(document(before), change, false).calendar())
        .chain(queries::preview);
  }

  private <E> Entry changed(
      EntryEdit<E> edit, EntryList<E> list, EntryChange change, InForce now, int index) {
    return change instanceof EntryChange.Delete(String id, String ignored)
        ? new Entry(id, json.createObjectNode(), "")
        : edit.entry(list.of().apply(document(now)).get(index));
  }

  private <E> EntryEdit<E> edit(EntryList<E> list, EntryRule<E> rule) {
    return new EntryEdit<>(json, list, rule);
  }

  private static CalendarDocument document(InForce inForce) {
    return CalendarDocument.of(inForce.calendar());
  }
}
