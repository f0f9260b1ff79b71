package io.meridian.escalation.escalation.application;

import io.meridian.escalation.escalation.domain.Command;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.events.NoteDetails;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes on the timeline. */
@ApplicationScoped
public class Notes {
  private final Transactions transactions;
  private final EscalationCommands commands;
  private final Idempotency idempotency;

  Notes(Transactions transactions, EscalationCommands commands, Idempotency idempotency) {
    this.transactions = transactions;
    this.commands = commands;
    this.idempotency = idempotency;
  }

  /** A note as it stands on an escalation's timeline. */
  public record Noted(UUID escalationId, TimelineEntry entry) {}

  /**
   * Notes something; with a key, once.
   *
   * @param actor who notes
   * @param name the escalation's id or short id
   * @param key the header {@code Idempotency-Key}, or null
   * @param request what the key must come with when it comes again
   * @throws Problem 400 when it settles a note that is still to come
   */
  public Uni<Noted> add(
      Actor actor, String name, @Nullable String key, Command.Note note, Object request) {
    return transactions.write(
        unit ->
            idempotency.once(
                unit,
                key,
                "POST /escalations/" + name + "/timeline",
                request,
                Noted.class,
                () ->
                    commands
                        .handle(unit, actor, name, before -> requireKnown(before, note), note)
                        .map(
                            after ->
                                new Noted(
                                    after.id(),
                                    new TimelineEntry(
                                        after.revision(),
                                        after.changedAt(),
                                        note.by(),
                                        TimelineEntry.Kind.NOTED,
                                        note.text(),
                                        null,
                                        null,
                                        note.details())))));
  }

  /** Only what is on the timeline can be settled. */
  private static void requireKnown(Escalation before, Command.Note note) {
    NoteDetails details = note.details();
    Long settles = details == null ? null : details.settles();
    if (settles != null && settles > before.revision()) {
      throw Problem.invalid("/settles", "unknown-note", "There is no entry " + settles + " yet");
    }
  }
}
