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
import io.meridian.handoff.notification.domain.Told;
import io.meridian.handoff.notification.store.Claimed;
import io.meridian.handoff.notification.store.ContentStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    Uni<List<Told>> told = gatherer.submit(message);
    return switch (message.kind()) {
      case INCOMPLETE ->
          told.chain(
              items ->
                  transactions.readSql(
                      connection -> lacking(connection, items, isAskedAgain(message))));
      case ASSIGNED, RAISED, UNACKNOWLEDGED ->
          told.chain(items -> transactions.readSql(connection -> owed(connection, items)));
      default -> told;
    };
  }

  /** What many messages are about is read at once: a shift change tells hundreds. */
  private Uni<Void> read(List<Waiting<Claimed, List<Told>>> batch) {
    List<Claimed> messages = batch.stream().map(Waiting::item).toList();
    return transactions
        .readSql(
            connection ->
                store.told(
                    connection,
                    messages.stream().map(Claimed::id).toList(),
                    messages.stream().filter(Contents::isAskedAgain).map(Claimed::id).toList(),
                    clock.instant()))
        .invoke(
            told -> batch.forEach(one -> one.answer(told.getOrDefault(one.item().id(), List.of()))))
        .replaceWithVoid();
  }

  private static boolean isAskedAgain(Claimed message) {
    return message.redeliveries() > 0;
  }

  /** With what the customers were promised next. */
  private Uni<List<Told>> owed(SqlConnection connection, List<Told> told) {
    return deadlines
        .of(connection, told.stream().map(Told::about).toList())
        .map(next -> told.stream().map(one -> one.due(next.get(one.about()))).toList());
  }

  private Uni<List<Told>> lacking(SqlConnection connection, List<Told> told, boolean all) {
    return handoffs
        .find(connection, told.stream().map(Told::about).toList())
        .chain(items -> briefings.of(connection, items))
        .map(
            details ->
                told.stream()
                    .map(one -> one.noted(lacks(details, one.about())))
                    .filter(one -> all || one.line().note() != null)
                    .toList());
  }

  private static @Nullable String lacks(Map<UUID, BriefingDetails> details, UUID handoff) {
    BriefingDetails briefing = details.get(handoff);
    BriefingStatus status = briefing == null ? null : briefing.status();
    return HandoffNotices.lacking(status);
  }
}
