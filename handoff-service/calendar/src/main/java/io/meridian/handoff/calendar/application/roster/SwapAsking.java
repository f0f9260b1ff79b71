package io.meridian.handoff.calendar.application.roster;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.SwapState;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Fault;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.domain.roster.SwapRules;
import io.meridian.handoff.calendar.domain.roster.SwapShift;
import io.meridian.handoff.calendar.domain.roster.SwapStage;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks TAMs to take shifts. */
@ApplicationScoped
public class SwapAsking {

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final CalendarStore calendars;
  private final CurrentCalendar current;
  private final SwapLog log;
  private final SwapConfig config;
  private final Clock clock;

  SwapAsking(
      Transactions transactions,
      Idempotency idempotency,
      CalendarStore calendars,
      CurrentCalendar current,
      SwapLog log,
      SwapConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.calendars = calendars;
    this.current = current;
    this.log = log;
    this.config = config;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param asker null: the caller
   */
  public record Wish(
      @Nullable String asker,
      UUID shift,
      String tam,
      @Nullable UUID inExchangeFor,
      @Nullable String reason) {}

  /**
   * Asks a TAM to take a shift; with a key, once.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @throws Problem 403, 409 or 422 when that cannot be asked, and those of {@link
   *     Idempotency#once}
   */
  public Uni<SwapState> ask(SwapCaller caller, @Nullable String key, Wish wish) {
    String asker = wish.asker() == null ? caller.id() : wish.asker();
    caller.actsFor(asker, "ask for this");
    if (asker.equals(wish.tam())) {
      throw SwapProblems.of(new Fault("/tam", "asks-oneself", "must be another TAM"));
    }
    return transactions.write(
        unit ->
            idempotency.once(
                unit,
                key,
                "POST swap-requests",
                wish,
                SwapState.class,
                () ->
                    calendars
                        .hold(unit)
                        .chain(() -> current.in(unit))
                        .chain(inForce -> log.add(unit, inForce, request(inForce, asker, wish)))));
  }

  private SwapRequest request(InForce inForce, String asker, Wish wish) {
    Instant now = clock.instant();
    SwapShift shift = find(inForce, wish.shift(), now, "/shift");
    SwapShift exchange =
        wish.inExchangeFor() == null
            ? null
            : find(inForce, wish.inExchangeFor(), now, "/inExchangeFor");
    Instant expiresAt =
        Stream.concat(
                Stream.of(now.plus(config.patience()), shift.start()),
                Stream.ofNullable(exchange).map(SwapShift::start))
            .min(Instant::compareTo)
            .orElseThrow();
    SwapRequest request =
        new SwapRequest(
            UuidCreator.getTimeOrderedEpoch(),
            asker,
            wish.tam(),
            shift,
            exchange,
            wish.reason(),
            now,
            expiresAt,
            new SwapStage.Asked(),
            1,
            now);
    SwapProblems.refuse(new SwapRules(inForce.rules()).faults(request, now));
    return request;
  }

  private SwapShift find(InForce inForce, UUID id, Instant now, String pointer) {
    return inForce
        .rules()
        .shift(id)
        .filter(shift -> shift.intersects(now, now.plus(config.horizon())))
        .map(SwapShift::of)
        .orElseThrow(
            () ->
                SwapProblems.of(
                    new Fault(
                        pointer, "unknown-shift", "is no shift to come that can be swapped")));
  }
}
