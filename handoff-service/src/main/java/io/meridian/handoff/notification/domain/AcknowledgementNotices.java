package io.meridian.handoff.notification.domain;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.AcknowledgementEvent;
import io.meridian.events.AcknowledgementState;
import io.meridian.events.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whom it concerns that somebody is to act on an escalation: whoever becomes accountable without
 * having asked for it, whoever is when it becomes severe, and the lead when nobody answers. Who
 * accepted or took over knows.
 */
public final class AcknowledgementNotices {

  /** Notices of one kind to one person that come at once make one message. */
  private static final UUID TOGETHER = named("acknowledgement");

  private final Duration gather;
  private final Map<String, String> leads;

  /**
   * @param gather how long a message waits for more of the same
   * @param leads ids of TAMs by the codes of their regions
   */
  public AcknowledgementNotices(Duration gather, Map<String, String> leads) {
    this.gather = gather;
    this.leads = leads;
  }

  /** What is to be told because of a change of accountability. */
  public List<Notice> of(AccountabilityEvent event) {
    return switch (event) {
      case AccountabilityEvent.Assigned assigned -> List.of(assigned(assigned.accountability()));
      case AccountabilityEvent.Transferred moved
          when moved.accountability().basis() == AccountabilityBasis.REASSIGNED ->
          List.of(assigned(moved.accountability()));
      case AccountabilityEvent.Transferred moved when isAnew(moved.accountability()) ->
          List.of(assigned(moved.accountability()), passedOn(moved));
      case AccountabilityEvent.Transferred ignored -> List.of();
      case AccountabilityEvent.Held ignored -> List.of();
      case AccountabilityEvent.RegimeChanged ignored -> List.of();
      case AccountabilityEvent.Ended ignored -> List.of();
    };
  }

  /** Nobody attended it any more: it was assigned as if it had opened, and not by a handoff. */
  private static boolean isAnew(AccountabilityState state) {
    return state.basis() == AccountabilityBasis.ASSIGNED
        || state.basis() == AccountabilityBasis.LEAD && state.handoffId() == null;
  }

  private static Notice passedOn(AccountabilityEvent.Transferred moved) {
    AccountabilityState state = moved.accountability();
    UUID escalation = state.escalationId();
    return new Notice(
        NotificationKind.PASSED_ON,
        moved.from().id(),
        TOGETHER,
        named("passed|" + escalation + "|" + state.start()),
        escalation,
        escalation,
        state.changedAt(),
        state.changedAt(),
        new Line(
            null, null, state.tam().name(), state.region(), null, state.start(), null, null, null));
  }

  private Notice assigned(AccountabilityState state) {
    UUID escalation = state.escalationId();
    return new Notice(
        NotificationKind.ASSIGNED,
        state.tam().id(),
        TOGETHER,
        named(escalation + "|" + state.start()),
        escalation,
        escalation,
        state.changedAt(),
        state.changedAt().plus(gather),
        new Line(null, null, null, state.region(), null, state.start(), null, null, null));
  }

  /** What is to be told because an escalation wants an answer. */
  public List<Notice> of(AcknowledgementEvent event) {
    AcknowledgementState state = event.acknowledgement();
    return switch (event) {
      case AcknowledgementEvent.Raised ignored ->
          Stream.of(state.accountable(), state.next() == null ? state.accountable() : state.next())
              .map(Person::id)
              .distinct()
              .map(tam -> notice(NotificationKind.RAISED, state, tam))
              .toList();
      case AcknowledgementEvent.Overdue ignored ->
          leads(state.region()).stream()
              .map(lead -> notice(NotificationKind.UNACKNOWLEDGED, state, lead))
              .toList();
    };
  }

  /** The lead of a region; all leads when it has left the calendar. */
  private Collection<String> leads(String region) {
    String lead = leads.get(region);
    return lead == null ? distinct(leads.values()) : Set.of(lead);
  }

  private static Set<String> distinct(Collection<String> all) {
    return new LinkedHashSet<>(all);
  }

  private Notice notice(NotificationKind kind, AcknowledgementState state, String recipient) {
    Instant at = state.changedAt();
    return new Notice(
        kind,
        recipient,
        TOGETHER,
        state.id(),
        state.escalationId(),
        state.escalationId(),
        at,
        at.plus(gather),
        new Line(
            state.escalation(),
            state.severity(),
            state.accountable().name(),
            state.region(),
            null,
            at,
            null,
            state.due(),
            null));
  }

  private static UUID named(String about) {
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }
}
