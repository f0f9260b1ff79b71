package io.meridian.handoff.notification.application;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AcknowledgementEvent;
import io.meridian.events.CoverageEvent;
import io.meridian.events.DutyEvent;
import io.meridian.events.Event;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.ShiftChangeEvent;
import io.meridian.events.WatchEvent;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.notification.domain.AcknowledgementNotices;
import io.meridian.handoff.notification.domain.CoverageNotices;
import io.meridian.handoff.notification.domain.GapNotices;
import io.meridian.handoff.notification.domain.HandoffNotices;
import io.meridian.handoff.notification.domain.Notice;
import io.meridian.handoff.notification.domain.ReadinessNotices;
import io.meridian.handoff.notification.domain.WatchNotices;
import io.meridian.handoff.notification.store.NoticeStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes down what is to be told because of what has happened, once each. */
@ApplicationScoped
public class Notifying {
  private final NoticeStore store;
  private final CurrentCalendar calendar;
  private final Recipients recipients;
  private final SenderSignal signal;
  private final NotificationConfig config;
  private final Clock clock;

  Notifying(
      NoticeStore store,
      CurrentCalendar calendar,
      Recipients recipients,
      SenderSignal signal,
      NotificationConfig config,
      Clock clock) {
    this.store = store;
    this.calendar = calendar;
    this.recipients = recipients;
    this.signal = signal;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Takes note of events in the caller's transaction. What is long past is told to nobody, but that
   * somebody is accountable: if it is no longer so, the message is obsolete when it is sent.
   */
  public Uni<Void> follow(UnitOfWork unit, List<Event> events) {
    Instant oldest = clock.instant().minus(config.staleAfter());
    List<Event> fresh =
        events.stream()
            .filter(e -> e instanceof AccountabilityEvent || !e.time().isBefore(oldest))
            .toList();
    return fresh.isEmpty()
        ? Uni.createFrom().voidItem()
        : calendar.in(unit).chain(people -> follow(unit, fresh, people));
  }

  private Uni<Void> follow(UnitOfWork unit, List<Event> events, InForce people) {
    var handoffs = new HandoffNotices(config.patience(), owner -> tam(people, owner));
    var gaps = new GapNotices(config.patience(), r -> people.region(r).map(Region::lead));
    var answers = new AcknowledgementNotices(config.gather(), leadsByRegion(people));
    List<Notice> notices = new ArrayList<>();
    Map<UUID, GapState> closed = new HashMap<>();
    for (Event event : events) {
      switch (event) {
        case HandoffEvent handoff -> notices.addAll(handoffs.of(handoff));
        case AccountabilityEvent moved -> notices.addAll(answers.of(moved));
        case AcknowledgementEvent wanted -> notices.addAll(answers.of(wanted));
        case GapEvent.Opened opened -> notices.addAll(gaps.opened(opened.gaps()));
        case GapEvent.Closed over -> over.gaps().forEach(gap -> closed.put(gap.id(), gap));
        case GapEvent.Voided over -> over.gaps().forEach(gap -> closed.put(gap.id(), gap));
        case CoverageEvent coverage ->
            notices.addAll(CoverageNotices.of(coverage.forecast(), leads(people), config.gather()));
        case DutyEvent.Unreachable found ->
            notices.addAll(
                ReadinessNotices.of(found.duty(), leadsByRegion(people), config.gather()));
        case WatchEvent watched -> notices.addAll(WatchNotices.of(watched, config.gather()));
        case ShiftChangeEvent.Noted noted ->
            notices.addAll(WatchNotices.of(noted.note(), config.gather()));
        default -> {}
      }
    }
    return add(unit, notices, people)
        .chain(() -> closings(unit, gaps, closed))
        .chain(closings -> add(unit, closings, people));
  }

  /** The TAM whom the owner of an action names, by id or by name. */
  private static Optional<String> tam(InForce people, String owner) {
    return people.calendar().tams().stream()
        .filter(tam -> tam.id().equals(owner) || tam.name().equalsIgnoreCase(owner))
        .map(Tam::id)
        .findFirst();
  }

  private static Set<String> leads(InForce people) {
    return new LinkedHashSet<>(leadsByRegion(people).values());
  }

  private static Map<String, String> leadsByRegion(InForce people) {
    Map<String, String> leads = new LinkedHashMap<>();
    people.calendar().regions().forEach(region -> leads.put(region.code(), region.lead()));
    return leads;
  }

  private Uni<List<Notice>> closings(
      UnitOfWork unit, GapNotices notices, Map<UUID, GapState> closed) {
    Collection<UUID> ids = closed.keySet();
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : store
            .recipientsOf(unit, ids)
            .map(
                recipients ->
                    recipients.stream()
                        .flatMap(
                            one ->
                                Optional.ofNullable(closed.get(one.gap()))
                                    .map(gap -> notices.closed(gap, one.recipient()))
                                    .stream())
                        .toList());
  }

  private Uni<Void> add(UnitOfWork unit, List<Notice> notices, InForce people) {
    return store
        .add(unit, notices, clock.instant(), tam -> recipients.reach(people, tam))
        .invoke(
            begun -> {
              if (begun > 0) {
                signal.nudge();
              }
            })
        .replaceWithVoid();
  }
}
