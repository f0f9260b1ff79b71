package io.meridian.handoff.notification.domain.live;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.EffectEvent;
import io.meridian.events.Event;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.Person;
import io.meridian.events.ShiftChangeEvent;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import io.meridian.events.WatchEvent;
import io.meridian.events.WatchHandover;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who listens: a TAM hears of what they hand over, are or were asked for, and are accountable for,
 * gaps in it included, and a lead of the gaps of their regions too; a manager hears of everything.
 *
 * @param tam id of the TAM
 * @param regions codes of the regions they lead
 */
public record Audience(String tam, Set<String> regions, boolean hearsAll) {

  public Audience {
    regions = Set.copyOf(regions);
  }

  /** The part of an event that concerns them. */
  public Optional<Event> part(Event event) {
    return switch (event) {
      case HandoffEvent all when hearsAll -> Optional.of(all);
      case GapEvent all when hearsAll -> Optional.of(all);
      case AccountabilityEvent all when hearsAll -> Optional.of(all);
      case EffectEvent all when hearsAll -> Optional.of(all);
      case ShiftEvent all when hearsAll -> Optional.of(all);
      case WatchEvent all when hearsAll -> Optional.of(all);
      case ShiftChangeEvent all when hearsAll -> Optional.of(all);
      case WatchEvent watched when concerns(watched) -> Optional.of(watched);
      case ShiftChangeEvent noted when isMe(noted.note().by()) || isAmong(noted.note().crew()) ->
          Optional.of(noted);
      case HandoffEvent handoffs -> part(handoffs);
      case GapEvent gaps -> part(gaps);
      case AccountabilityEvent.Transferred moved
          when isMe(moved.from()) || isMe(moved.accountability().tam()) ->
          Optional.of(moved);
      case EffectEvent.TookEffect moved
          when isMe(moved.from()) || isMe(moved.accountability().tam()) ->
          Optional.of(moved);
      case ShiftEvent shift when concerns(shift.shift()) -> Optional.of(shift);
      case AccountabilityEvent moved when isMe(moved.accountability().tam()) -> Optional.of(moved);
      default -> Optional.empty();
    };
  }

  private Optional<Event> part(HandoffEvent event) {
    List<HandoffState> mine = event.handoffs().stream().filter(this::concerns).toList();
    if (event instanceof HandoffEvent.Answered answered && isMe(answered.query().askedBy())) {
      return Optional.of(answered);
    }
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (event) {
          case HandoffEvent.Drafted ignored -> new HandoffEvent.Drafted(mine);
          case HandoffEvent.Offered ignored -> new HandoffEvent.Offered(mine);
          case HandoffEvent.Accepted ignored -> new HandoffEvent.Accepted(mine);
          case HandoffEvent.AssignedByLead ignored -> new HandoffEvent.AssignedByLead(mine);
          case HandoffEvent.ReadBack ignored -> new HandoffEvent.ReadBack(mine);
          case HandoffEvent.Declined ignored -> new HandoffEvent.Declined(mine);
          case HandoffEvent.EscalatedToLead ignored -> new HandoffEvent.EscalatedToLead(mine);
          case HandoffEvent.WaitingForCoverage ignored -> new HandoffEvent.WaitingForCoverage(mine);
          case HandoffEvent.Cancelled ignored -> new HandoffEvent.Cancelled(mine);
          case HandoffEvent.Briefed ignored -> new HandoffEvent.Briefed(mine);
          case HandoffEvent.Regraded ignored -> new HandoffEvent.Regraded(mine);
          case HandoffEvent.Queried queried -> new HandoffEvent.Queried(mine, queried.query());
          case HandoffEvent.Answered answered -> new HandoffEvent.Answered(mine, answered.query());
        });
  }

  private boolean concerns(HandoffState handoff) {
    return isMe(handoff.from())
        || isMe(handoff.to())
        || isMe(handoff.assignedBy())
        || handoff.attempts().stream().anyMatch(attempt -> isMe(attempt.tam()));
  }

  /** Who made it, the crew that it comes to, and their lead. */
  private boolean concerns(WatchEvent event) {
    return event.items().stream().anyMatch(item -> isMe(item.madeBy()))
        || switch (event) {
          case WatchEvent.Added added -> isAmong(added.crews());
          case WatchEvent.HandedOver over -> concerns(over.handover());
          case WatchEvent.Confirmed confirmed -> concerns(confirmed.handover());
          case WatchEvent.Unconfirmed missing -> concerns(missing.handover());
          case WatchEvent.Withdrawn ignored -> false;
          case WatchEvent.Escalated ignored -> false;
        };
  }

  private boolean concerns(WatchHandover handover) {
    return isAmong(handover.crew()) || isMe(handover.lead());
  }

  private boolean isAmong(List<Person> people) {
    return people.stream().anyMatch(this::isMe);
  }

  private boolean concerns(ShiftState shift) {
    return isMe(shift.primary())
        || isMe(shift.secondary())
        || shift.shadows().stream().anyMatch(this::isMe)
        || regions.contains(shift.region());
  }

  private Optional<Event> part(GapEvent event) {
    List<GapState> mine = event.gaps().stream().filter(this::concerns).toList();
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (event) {
          case GapEvent.Opened ignored -> new GapEvent.Opened(mine);
          case GapEvent.Closed ignored -> new GapEvent.Closed(mine);
          case GapEvent.Voided ignored -> new GapEvent.Voided(mine);
        });
  }

  private boolean concerns(GapState gap) {
    String to = gap.toRegion();
    return isMe(gap.accountable())
        || isMe(gap.asked())
        || regions.contains(gap.fromRegion())
        || (to != null && regions.contains(to));
  }

  /** Whether it is about them. */
  public boolean isMe(@Nullable Person person) {
    return person != null && person.id().equals(tam);
  }
}
