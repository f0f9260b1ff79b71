package io.meridian.escalation.escalation.application;

import io.meridian.escalation.customer.application.Terms;
import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Command;
import io.meridian.escalation.escalation.domain.Decision.Accepted;
import io.meridian.escalation.escalation.domain.Decision.Rejected;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.store.EscalationRepository;
import io.meridian.escalation.scope.application.Scope;
import io.meridian.escalation.scope.application.Sight;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What people do with one escalation. */
@ApplicationScoped
public class EscalationCommands {
  private final Transactions transactions;
  private final EscalationRepository escalations;
  private final Terms terms;
  private final Scope scope;
  private final Sight sight;
  private final Outbox outbox;
  private final Clock clock;

  EscalationCommands(
      Transactions transactions,
      EscalationRepository escalations,
      Terms terms,
      Scope scope,
      Sight sight,
      Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.terms = terms;
    this.scope = scope;
    this.sight = sight;
    this.escalations = escalations;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Carries out a command in a transaction of its own.
   *
   * @param actor who asks
   * @param name the escalation's id or short id
   * @param precondition looks at the escalation before; throws to refuse
   * @return the escalation after the command
   * @throws Problem 404 for an unknown name, 403 for somebody whom it does not concern, 409 for a
   *     move that its state does not allow
   */
  public Uni<Escalation> handle(
      Actor actor, String name, Consumer<Escalation> precondition, Command command) {
    return transactions.write(unit -> handle(unit, actor, name, precondition, command));
  }

  /** The same in the caller's transaction. */
  public Uni<Escalation> handle(
      UnitOfWork unit,
      Actor actor,
      String name,
      Consumer<Escalation> precondition,
      Command command) {
    return escalations
        .lock(unit, name)
        .map(found -> found.orElseThrow(() -> Problem.notFound("escalation", name)))
        .call(before -> requireScope(unit, actor, before, command))
        .invoke(precondition)
        .chain(
            before ->
                terms
                    .current(unit, customers(before, command))
                    .chain(known -> decide(unit, before, command, known)));
  }

  private Uni<Void> requireScope(UnitOfWork unit, Actor actor, Escalation before, Command command) {
    return command.isAnybodys()
        ? sight.require(unit, actor, before.id(), before.shortId())
        : scope.require(unit, actor, before.id(), before.shortId(), before.content().customerId());
  }

  /** The customers on whose terms a decision may rest; none where it rests on none. */
  private static Set<UUID> customers(Escalation before, Command command) {
    UUID customer =
        switch (command) {
          case Command.ChangeSeverity ignored -> before.content().customerId();
          case Command.Resolve ignored -> before.content().customerId();
          case Command.Update c -> c.customer() == null ? null : c.customer().orElse(null);
          default -> null;
        };
    return customer == null ? Set.of() : Set.of(customer);
  }

  private Uni<Escalation> decide(
      UnitOfWork unit, Escalation before, Command command, TermsByCustomer known) {
    return switch (before.decide(command, known, clock.instant())) {
      case Rejected refused -> throw Problem.conflict(refused.code(), refused.reason());
      case Accepted accepted when accepted.events().isEmpty() -> Uni.createFrom().item(before);
      case Accepted accepted -> save(unit, accepted);
    };
  }

  private Uni<Escalation> save(UnitOfWork unit, Accepted accepted) {
    return escalations
        .change(unit, accepted.after(), accepted.events())
        .chain(() -> outbox.append(unit, accepted.events()))
        .replaceWith(accepted.after());
  }
}
