package io.meridian.escalation.escalation.domain;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An escalation and its rules.
 *
 * @param number counts escalations from 1001; {@link #shortId} shows it
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
    Lifecycle lifecycle,
    @Nullable ExternalRef externalRef,
    @Nullable TicketSnapshot ticket,
    Instant createdAt,
    Instant openedAt,
    long revision,
    Instant changedAt) {

  /** Opens a new one at {@code now}. */
  public static Accepted open(
      UUID id,
      long number,
      Content content,
      @Nullable ExternalRef externalRef,
      String by,
      Instant now) {
    var opened =
        new Escalation(id, number, content, new Open(), externalRef, null, now, now, 1, now);
    return new Accepted(opened, List.of(new EscalationEvent.Opened(by, opened.state())));
  }

  /**
   * What {@code command} means at {@code now}; time never runs backwards for an escalation. What it
   * is about (severity, title, customer, tags) may be corrected at any time, after close too.
   */
  public Decision decide(Command command, Instant now) {
    Instant at = now.isBefore(changedAt) ? changedAt : now;
    return switch (command) {
      case Command.Acknowledge c -> acknowledge(c, at);
      case Command.Note c ->
          changed(this, at, s -> new EscalationEvent.Noted(c.by(), c.text(), c.details(), s));
      case Command.ChangeSeverity c -> changeSeverity(c, at);
      case Command.Update c -> update(c, at);
      case Command.Resolve c -> resolve(c, at);
      case Command.Close c -> close(c, at);
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

  private Decision changeSeverity(Command.ChangeSeverity c, Instant at) {
    return content.severity() == c.to()
        ? Accepted.nothing(this)
        : changed(
            withContent(content.withSeverity(c.to())),
            at,
            s -> new EscalationEvent.SeverityChanged(c.by(), content.severity(), c.reason(), s));
  }

  private Decision update(Command.Update c, Instant at) {
    Content updated = content.with(c);
    List<String> fields = content.changedFields(updated);
    return fields.isEmpty()
        ? Accepted.nothing(this)
        : changed(withContent(updated), at, s -> new EscalationEvent.Updated(c.by(), fields, s));
  }

  private Decision resolve(Command.Resolve c, Instant at) {
    Function<EscalationState, EscalationEvent> fact =
        s -> new EscalationEvent.Resolved(c.by(), c.resolution(), s);
    return switch (lifecycle) {
      case Open open -> moved(open.resolve(at), at, fact);
      case Acknowledged a -> moved(a.resolve(at), at, fact);
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
        id, number, content, to, externalRef, ticket, createdAt, opened, revision, changedAt);
  }

  private Escalation withContent(Content to) {
    return new Escalation(
        id, number, to, lifecycle, externalRef, ticket, createdAt, openedAt, revision, changedAt);
  }

  /** Remembers what the ticket said; no fact of its own. */
  public Escalation withTicket(ExternalRef ref, TicketSnapshot said) {
    return new Escalation(
        id, number, content, lifecycle, ref, said, createdAt, openedAt, revision, changedAt);
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
