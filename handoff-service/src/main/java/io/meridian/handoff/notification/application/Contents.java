package io.meridian.handoff.notification.application;

import io.meridian.events.BriefingStatus;
import io.meridian.gather.Gatherer;
import io.meridian.gather.Limits;
import io.meridian.gather.Waiting;
import io.meridian.handoff.handoff.application.briefing.BriefingDetails;
import io.meridian.handoff.handoff.application.briefing.Briefings;
import io.meridian.handoff.handoff.application.briefing.NextDeadlines;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.notification.domain.HandoffNotices;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Told;
import io.meridian.handoff.notification.store.Claimed;
import io.meridian.handoff.notification.store.ContentStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a message says when it is sent: what is still true, and of briefings what they lack now. */
@ApplicationScoped
class Contents {
  private static final Limits LIMITS = new Limits(64, 1, 10_000);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ContentStore store;
  private final HandoffStore handoffs;
  private final Briefings briefings;
  private final NextDeadlines deadlines;
  private final Transactions transactions;
  private final Clock clock;
  private final Gatherer<Claimed, List<Told>> gatherer;

  Contents(
      ContentStore store,
      HandoffStore handoffs,
      Briefings briefings,
      NextDeadlines deadlines,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.handoffs = handoffs;
    this.briefings = briefings;
    this.deadlines = deadlines;
    this.transactions = transactions;
    this.clock = clock;
    this.gatherer = new Gatherer<>(this::read, LIMITS, () -> Problem.unavailable(RETRY_AFTER));
  }

  /** What the message is about; all of it when somebody asked for it again. */
  Uni<List<Told>> told(Claimed message) {
    return gatherer.submit(message);
  }

  /** What many messages are about is read at once: a shift change tells hundreds. */
  private Uni<Void> read(List<Waiting<Claimed, List<Told>>> batch) {
    List<Claimed> messages = batch.stream().map(Waiting::item).toList();
    return transactions
        .read(
            unit ->
                store
                    .told(
                        unit,
                        ids(messages),
                        ids(messages.stream().filter(Contents::isAskedAgain).toList()),
                        clock.instant())
                    .chain(told -> owed(unit, messages, told))
                    .chain(told -> lacking(unit, messages, told)))
        .invoke(
            told -> batch.forEach(one -> one.answer(told.getOrDefault(one.item().id(), List.of()))))
        .replaceWithVoid();
  }

  private static List<UUID> ids(List<Claimed> messages) {
    return messages.stream().map(Claimed::id).toList();
  }

  private static boolean isAskedAgain(Claimed message) {
    return message.redeliveries() > 0;
  }

  private static boolean saysDeadlines(Claimed message) {
    return switch (message.kind()) {
      case ASSIGNED, RAISED, UNACKNOWLEDGED -> true;
      default -> false;
    };
  }

  private static boolean saysBriefings(Claimed message) {
    return message.kind() == NotificationKind.INCOMPLETE;
  }

  /** With what the customers were promised next, where messages say it. */
  private Uni<Map<UUID, List<Told>>> owed(
      UnitOfWork unit, List<Claimed> messages, Map<UUID, List<Told>> told) {
    List<Claimed> saying = messages.stream().filter(Contents::saysDeadlines).toList();
    Set<UUID> escalations = about(saying, told);
    return escalations.isEmpty()
        ? Uni.createFrom().item(told)
        : deadlines
            .of(unit, escalations)
            .map(
                next ->
                    changed(
                        told,
                        saying,
                        (message, items) ->
                            items.stream().map(one -> one.due(next.get(one.about()))).toList()));
  }

  /** With what the briefings lack, where messages say it; what lacks nothing is left out. */
  private Uni<Map<UUID, List<Told>>> lacking(
      UnitOfWork unit, List<Claimed> messages, Map<UUID, List<Told>> told) {
    List<Claimed> saying = messages.stream().filter(Contents::saysBriefings).toList();
    Set<UUID> ids = about(saying, told);
    return ids.isEmpty()
        ? Uni.createFrom().item(told)
        : handoffs
            .find(unit, ids)
            .chain(found -> briefings.of(unit, found))
            .map(details -> changed(told, saying, (one, items) -> lacking(one, items, details)));
  }

  private static List<Told> lacking(
      Claimed message, List<Told> told, Map<UUID, BriefingDetails> details) {
    return told.stream()
        .map(one -> one.noted(lacks(details, one.about())))
        .filter(one -> isAskedAgain(message) || one.line().note() != null)
        .toList();
  }

  private static Set<UUID> about(List<Claimed> messages, Map<UUID, List<Told>> told) {
    return messages.stream()
        .flatMap(message -> told.getOrDefault(message.id(), List.of()).stream())
        .map(Told::about)
        .collect(Collectors.toSet());
  }

  /** The same with what these messages say changed. */
  private static Map<UUID, List<Told>> changed(
      Map<UUID, List<Told>> told,
      List<Claimed> messages,
      BiFunction<Claimed, List<Told>, List<Told>> change) {
    Map<UUID, List<Told>> changed = new HashMap<>(told);
    messages.forEach(
        message ->
            changed.computeIfPresent(message.id(), (id, items) -> change.apply(message, items)));
    return changed;
  }

  private static @Nullable String lacks(Map<UUID, BriefingDetails> details, UUID handoff) {
    BriefingDetails briefing = details.get(handoff);
    BriefingStatus status = briefing == null ? null : briefing.status();
    return HandoffNotices.lacking(status);
  }
}
