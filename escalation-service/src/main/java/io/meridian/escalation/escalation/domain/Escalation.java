package io.meridian.escalation.escalation.domain;

import io.meridian.escalation.customer.domain.ServiceTerms;
import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Decision.Accepted;
import io.meridian.escalation.escalation.domain.Decision.Rejected;
import io.meridian.escalation.escalation.domain.Lifecycle.Acknowledged;
import io.meridian.escalation.escalation.domain.Lifecycle.Closed;
import io.meridian.escalation.escalation.domain.Lifecycle.Open;
import io.meridian.escalation.escalation.domain.Lifecycle.Resolved;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An escalation and its rules.
 *
 * @param number counts escalations from 1001; {@link #shortId} shows it
 * @param regime whether it travels, and where it lives
 * @param ticket what its ticket last said, or null if no integration keeps it
 * @param createdAt when it first opened
 * @param openedAt when it opened, or was last reopened after being closed
 * @param revision counts the facts about it, from 1
 * @param changedAt when the last fact happened
 */
public record Escalation(
    UUID id,
    long number,
    Content content,
    Regime regime,
    Lifecycle lifecycle,
    @Nullable ExternalRef externalRef,
    @Nullable TicketSnapshot ticket,
    Instant createdAt,
    Instant openedAt,
    long revision,
    Instant changedAt) {

  /**
   * Opens a new one at {@code now}.
   *
   * @param terms its customer's
   */
  public static Accepted open(
      UUID id,
      long number,
      Content content,
      @Nullable ExternalRef externalRef,
      String by,
      ServiceTerms terms,
      Instant now) {
    Regime regime = Regime.of(content.severity(), terms);
    var opened =
        new Escalation(
            id, number, content, regime, new Open(), externalRef, null, now, now, 1, now);
    return new Accepted(opened, List.of(new EscalationEvent.Opened(by, opened.state())));
  }

  /**
   * What {@code command} means at {@code now}; time never runs backwards for an escalation. What it
   * is about (severity, title, customer, tags) may be corrected at any time, after close too; so
   * may its service hours.
   *
   * @param terms those of the customers before and after the command
   */
  public Decision decide(Command command, TermsByCustomer terms, Instant now) {
    Instant at = now.isBefore(changedAt) ? changedAt : now;
    return switch (command) {
      case Command.Acknowledge c -> acknowledge(c, at);
      case Command.Note c ->
          changed(this, at, s -> new EscalationEvent.Noted(c.by(), c.text(), c.details(), s));
      case Command.ChangeSeverity c -> changeSeverity(c, terms, at);
      case Command.SetServiceHours c -> setServiceHours(c, at);
      case Command.Update c -> update(c, terms, at);
      case Command.Resolve c -> resolve(c, terms, at);
      case Command.Close c -> close(c, at);
      case Command.CloseWhenDue c -> closeWhenDue(c, at);
      case Command.Reopen c -> reopen(c, at);
      case Command.Withdraw c -> withdraw(c, at);
    };
  }

  private Decision acknowledge(Command.Acknowledge c, Instant at) {
    return switch (lifecycle) {
      case Open open ->
          moved(open.acknowledge(c.by(), at), at, s -> new EscalationEvent.Acknowledged(c.by(), s));
      case Acknowledged a when a.by().equals(c.by()) -> Accepted.nothing(this);
      case Acknowledged a ->
          new Rejected("already-acknowledged", "already acknowledged by " + a.by());
      case Resolved ignored -> new Rejected("already-resolved", "already resolved");
      case Closed ignored -> new Rejected("already-closed", "already closed");
    };
  }

  private Decision withdraw(Command.Withdraw c, Instant at) {
    return lifecycle instanceof Acknowledged a && a.by().equals(c.by())
        ? moved(a.withdraw(), at, s -> new EscalationEvent.Reopened(c.by(), c.reason(), s))
        : new Rejected("not-acknowledged", "not acknowledged by " + c.by());
  }

  private Decision changeSeverity(Command.ChangeSeverity c, TermsByCustomer terms, Instant at) {
    Severity from = content.severity();
    if (from == c.to()) {
      return Accepted.nothing(this);
    }
    ServiceTerms own = terms.of(content.customerId());
    Accepted regraded =
        changed(
            with(content.withSeverity(c.to()), regime),
            at,
            s -> new EscalationEvent.SeverityChanged(c.by(), from, c.reason(), s));
    Regime to = regime.regraded(from, c.to(), own);
    return regraded.then(
        regraded.after().under(to, c.by(), Regime.whyRegraded(from, c.to(), own), at));
  }

  private Decision setServiceHours(Command.SetServiceHours c, Instant at) {
    Regime to = regime.set(c.to(), c.homeRegion());
    return under(to, c.by(), c.reason(), at);
  }

  private Decision update(Command.Update c, TermsByCustomer terms, Instant at) {
    Content updated = content.with(c);
    List<String> fields = content.changedFields(updated);
    if (fields.isEmpty()) {
      return Accepted.nothing(this);
    }
    Accepted step =
        changed(with(updated, regime), at, s -> new EscalationEvent.Updated(c.by(), fields, s));
    UUID customer = updated.customerId();
    if (Objects.equals(customer, content.customerId())) {
      return step;
    }
    ServiceTerms theirs = terms.of(customer);
    return step.then(
        customer == null
            ? step.after()
                .under(
                    regime.ofNobody(content.severity(), theirs), c.by(), "no customer any more", at)
            : step.after()
                .under(
                    regime.ofCustomer(content.severity(), theirs), c.by(), "another customer", at));
  }

  /** Goes on as {@code to} says; a fact of its own unless nothing changes. */
  private Accepted under(Regime to, String by, String reason, Instant at) {
    return to.equals(regime)
        ? Accepted.nothing(this)
        : changed(
            with(content, to),
            at,
            s ->
                new EscalationEvent.ServiceHoursChanged(
                    by, regime.serviceHours(), regime.homeRegion(), reason, s));
  }

  private Decision resolve(Command.Resolve c, TermsByCustomer terms, Instant at) {
    Instant closesAt = at.plus(terms.of(content.customerId()).closeAfter());
    Function<EscalationState, EscalationEvent> fact =
        s -> new EscalationEvent.Resolved(c.by(), c.resolution(), s);
    return switch (lifecycle) {
      case Open open -> moved(open.resolve(at, closesAt), at, fact);
      case Acknowledged a -> moved(a.resolve(at, closesAt), at, fact);
      case Resolved ignored -> Accepted.nothing(this);
      case Closed ignored -> new Rejected("already-closed", "already closed; reopen it first");
    };
  }

  private Decision close(Command.Close c, Instant at) {
    Function<EscalationState, EscalationEvent> fact =
        s -> new EscalationEvent.Closed(c.by(), c.reason(), s);
    return switch (lifecycle) {
      case Open open -> moved(open.close(at), at, fact);
      case Acknowledged a -> moved(a.close(at), at, fact);
      case Resolved r -> moved(r.close(at), at, fact);
      case Closed ignored -> Accepted.nothing(this);
    };
  }

  private Decision closeWhenDue(Command.CloseWhenDue c, Instant at) {
    return lifecycle instanceof Resolved r && r.isDue(at)
        ? close(new Command.Close(c.by(), r.patience()), at)
        : Accepted.nothing(this);
  }

  private Decision reopen(Command.Reopen c, Instant at) {
    Function<EscalationState, EscalationEvent> fact =
        s -> new EscalationEvent.Reopened(c.by(), c.reason(), s);
    return switch (lifecycle) {
      case Open ignored -> Accepted.nothing(this);
      case Acknowledged ignored ->
          new Rejected("not-resolved", "acknowledged, neither resolved nor closed");
      case Resolved r -> moved(r.reopen(), at, fact);
      case Closed closed -> changed(withLifecycle(closed.reopen(), at), at, fact);
    };
  }

  private Accepted moved(
      Lifecycle to, Instant at, Function<EscalationState, EscalationEvent> fact) {
    return changed(withLifecycle(to, openedAt), at, fact);
  }

  private static Accepted changed(
      Escalation to, Instant at, Function<EscalationState, EscalationEvent> fact) {
    Escalation after =
        new Escalation(
            to.id,
            to.number,
            to.content,
            to.regime,
            to.lifecycle,
            to.externalRef,
            to.ticket,
            to.createdAt,
            to.openedAt,
            to.revision + 1,
            at);
    return new Accepted(after, List.of(fact.apply(after.state())));
  }

  private Escalation withLifecycle(Lifecycle to, Instant opened) {
    return new Escalation(
        id,
        number,
        content,
        regime,
        to,
        externalRef,
        ticket,
        createdAt,
        opened,
        revision,
        changedAt);
  }

  private Escalation with(Content content, Regime regime) {
    return new Escalation(
        id,
        number,
        content,
        regime,
        lifecycle,
        externalRef,
        ticket,
        createdAt,
        openedAt,
        revision,
        changedAt);
  }

  /** Remembers what the ticket said; no fact of its own. */
  public Escalation withTicket(ExternalRef ref, TicketSnapshot said) {
    return new Escalation(
        id, number, content, regime, lifecycle, ref, said, createdAt, openedAt, revision,
        changedAt);
  }

  /** What the others are told of this escalation. */
  public EscalationState state() {
    return new EscalationState(
        id,
        shortId(),
        content.title(),
        content.description(),
        content.severity(),
        status(),
        content.customerId(),
        content.tags(),
        externalRef,
        regime.serviceHours(),
        regime.homeRegion(),
        openedAt,
        lifecycle.acknowledgedAt(),
        lifecycle.resolvedAt(),
        lifecycle.closedAt(),
        revision,
        changedAt);
  }

  public String shortId() {
    return ShortId.of(number);
  }

  public EscalationStatus status() {
    return lifecycle.status();
  }
}
