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
import io.meridian.handoff.notification.domain.MessageItem;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.store.ContentStore;
import io.meridian.handoff.notification.store.MessageClaim;
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
  private final Gatherer<MessageClaim, List<MessageItem>> gatherer;

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
  Uni<List<MessageItem>> items(MessageClaim message) {
    return gatherer.submit(message);
  }

  /** What many messages are about is read at once: a shift change tells hundreds. */
  private Uni<Void> read(List<Waiting<MessageClaim, List<MessageItem>>> batch) {
    List<MessageClaim> messages = batch.stream().map(Waiting::item).toList();
    return transactions
        .read(
            unit ->
                store
                    .items(
                        unit,
                        ids(messages),
                        ids(messages.stream().filter(Contents::isAskedAgain).toList()),
                        clock.instant())
                    .chain(items -> owed(unit, messages, items))
                    .chain(items -> lacking(unit, messages, items)))
        .invoke(
            items ->
                batch.forEach(one -> one.answer(items.getOrDefault(one.item().id(), List.of()))))
        .replaceWithVoid();
  }

  private static List<UUID> ids(List<MessageClaim> messages) {
    return messages.stream().map(MessageClaim::id).toList();
  }

  private static boolean isAskedAgain(MessageClaim message) {
    return message.redeliveries() > 0;
  }

  private static boolean saysDeadlines(MessageClaim message) {
    return switch (message.kind()) {
      case ASSIGNED, RAISED, UNACKNOWLEDGED -> true;
      default -> false;
    };
  }

  private static boolean saysBriefings(MessageClaim message) {
    return message.kind() == NotificationKind.INCOMPLETE;
  }

  /** With what the customers were promised next, where messages say it. */
  private Uni<Map<UUID, List<MessageItem>>> owed(
      UnitOfWork unit, List<MessageClaim> messages, Map<UUID, List<MessageItem>> items) {
    List<MessageClaim> saying = messages.stream().filter(Contents::saysDeadlines).toList();
    Set<UUID> escalations = about(saying, items);
    return escalations.isEmpty()
        ? Uni.createFrom().item(items)
        : deadlines
            .of(unit, escalations)
            .map(
                next ->
                    changed(
                        items,
                        saying,
                        (message, own) ->
                            own.stream().map(one -> one.due(next.get(one.about()))).toList()));
  }

  /** With what the briefings lack, where messages say it; what lacks nothing is left out. */
  private Uni<Map<UUID, List<MessageItem>>> lacking(
      UnitOfWork unit, List<MessageClaim> messages, Map<UUID, List<MessageItem>> items) {
    List<MessageClaim> saying = messages.stream().filter(Contents::saysBriefings).toList();
    Set<UUID> ids = about(saying, items);
    return ids.isEmpty()
        ? Uni.createFrom().item(items)
        : handoffs
            .find(unit, ids)
            .chain(found -> briefings.of(unit, found))
            .map(details -> changed(items, saying, (one, own) -> lacking(one, own, details)));
  }

  private static List<MessageItem> lacking(
      MessageClaim message, List<MessageItem> items, Map<UUID, BriefingDetails> details) {
    return items.stream()
        .map(one -> one.noted(lacks(details, one.about())))
        .filter(one -> isAskedAgain(message) || one.line().note() != null)
        .toList();
  }

  private static Set<UUID> about(List<MessageClaim> messages, Map<UUID, List<MessageItem>> items) {
    return messages.stream()
        .flatMap(message -> items.getOrDefault(message.id(), List.of()).stream())
        .map(MessageItem::about)
        .collect(Collectors.toSet());
  }

  /** The same with what these messages say changed. */
  private static Map<UUID, List<MessageItem>> changed(
      Map<UUID, List<MessageItem>> items,
      List<MessageClaim> messages,
      BiFunction<MessageClaim, List<MessageItem>, List<MessageItem>> change) {
    Map<UUID, List<MessageItem>> changed = new HashMap<>(items);
    messages.forEach(
        message -> changed.computeIfPresent(message.id(), (id, own) -> change.apply(message, own)));
    return changed;
  }

  private static @Nullable String lacks(Map<UUID, BriefingDetails> details, UUID handoff) {
    BriefingDetails briefing = details.get(handoff);
    BriefingStatus status = briefing == null ? null : briefing.status();
    return HandoffNotices.lacking(status);
  }
}
