package io.meridian.handoff.calendar.application.feed;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.calendar.application.RosterView;
import io.meridian.handoff.calendar.application.roster.CalendarRoster;
import io.meridian.handoff.calendar.domain.feed.FeedEdition;
import io.meridian.handoff.calendar.domain.feed.FeedEvent;
import io.meridian.handoff.calendar.domain.feed.FeedScope;
import io.meridian.handoff.calendar.domain.feed.FeedWords;
import io.meridian.handoff.calendar.store.feed.SubscriptionStore;
import io.meridian.rest.http.ETags;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What subscribers get: the shifts as they are, told so that calendars see what has changed. */
@ApplicationScoped
public class Subscriptions {

  private static final Duration BACK = Duration.ofDays(30);

  /** Longer than any slot, so that none is counted from its middle. */
  private static final Duration SLOT_MAX = Duration.ofDays(3);

  private static final Duration AHEAD = Duration.ofDays(120);

  private final Transactions transactions;
  private final RosterSource roster;
  private final SubscriptionStore store;
  private final Clock clock;

  Subscriptions(
      Transactions transactions, RosterSource roster, SubscriptionStore store, Clock clock) {
    this.transactions = transactions;
    this.roster = roster;
    this.store = store;
    this.clock = clock;
  }

  /** An edition as it is sent. */
  public record Edition(byte[] ics, String etag) {}

  /**
   * The present edition of the feed with the secret.
   *
   * @throws Problem 404, also for a secret that was reset, or whose maker, a TAM, has left
   */
  public Uni<Edition> edition(String secret) {
    byte[] hash = new FeedSecret(secret).hash();
    return transactions
        .read(unit -> draft(unit, found(store.bySecret(unit, hash, false))))
        .chain(
            draft ->
                draft.isNews()
                    ? transactions.write(unit -> publish(unit, hash))
                    : Uni.createFrom().item(draft))
        .map(Draft::edition);
  }

  private record Draft(SubscriptionStore.FeedWithEvents feed, List<FeedEvent> events, String name) {
    boolean isNews() {
      return !events.equals(feed.events());
    }

    Edition edition() {
      byte[] ics = IcsWriter.write(name, events);
      return new Edition(ics, ETags.ofContent(ics));
    }
  }

  private Uni<Draft> publish(UnitOfWork unit, byte[] hash) {
    return draft(unit, found(store.bySecret(unit, hash, true)))
        .call(draft -> store.remember(unit, draft.feed().feed().id(), draft.events()));
  }

  private Uni<Draft> draft(UnitOfWork unit, Uni<SubscriptionStore.FeedWithEvents> found) {
    Instant now = clock.instant();
    Instant from = now.minus(BACK);
    return found.chain(
        feed ->
            roster
                .read(unit, from.minus(SLOT_MAX), now.plus(AHEAD))
                .map(view -> draft(feed, view, from, now)));
  }

  private static Draft draft(
      SubscriptionStore.FeedWithEvents feed, RosterView view, Instant from, Instant now) {
    FeedScope scope = feed.feed().scope();
    InForce inForce = view.inForce();
    if (feed.feed().madeAsTam()
        && !CalendarRoster.standing(inForce, feed.feed().createdBy()).isThere()) {
      throw unknown();
    }
    List<FeedEvent> fresh =
        new FeedWords(scope, tam -> inForce.person(tam).name())
            .events(view.shifts(), now).stream().filter(e -> e.end().isAfter(from)).toList();
    return new Draft(feed, FeedEdition.next(feed.events(), fresh, from, now), name(inForce, scope));
  }

  private static String name(InForce inForce, FeedScope scope) {
    return switch (scope) {
      case FeedScope.OfTam(String tam) -> "On call: " + inForce.person(tam).name();
      case FeedScope.OfRegion(String region) -> "On call: " + region;
      case FeedScope.Everything() -> "On call";
    };
  }

  private static Uni<SubscriptionStore.FeedWithEvents> found(
      Uni<Optional<SubscriptionStore.FeedWithEvents>> feed) {
    return feed.map(found -> found.orElseThrow(Subscriptions::unknown));
  }

  private static Problem unknown() {
    return Problem.notFound("feed", "here");
  }
}
