package io.meridian.handoff.calendar.application.roster;

import io.meridian.events.SwapState;
import io.meridian.handoff.calendar.application.CalendarCommands;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.domain.roster.SwapRules;
import io.meridian.handoff.calendar.domain.roster.SwapStage;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.roster.SwapRepository;
import io.meridian.rest.http.Idempotency;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers to requests. An accepted one is an edit of the calendar in force. */
@ApplicationScoped
public class SwapAnswering {

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final CalendarStore calendars;
  private final CurrentCalendar current;
  private final CalendarCommands commands;
  private final SwapRepository store;
  private final SwapLog log;
  private final Clock clock;

  SwapAnswering(
      Transactions transactions,
      Idempotency idempotency,
      CalendarStore calendars,
      CurrentCalendar current,
      CalendarCommands commands,
      SwapRepository store,
      SwapLog log,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.calendars = calendars;
    this.current = current;
    this.commands = commands;
    this.store = store;
    this.log = log;
    this.clock = clock;
  }

  /**
   * An answer to a request.
   *
   * @param key the header {@code Idempotency-Key}, or null: the answer is given once under it
   * @param words why, for the other side
   */
  public record Reply(UUID request, @Nullable String key, @Nullable String words) {

    private Object body() {
      return Objects.requireNonNullElse(words, "");
    }
  }

  /** Accepts: from now on the calendar says so. Accepting again changes nothing. */
  public Uni<SwapState> accept(SwapCaller caller, Reply reply) {
    return once(
        reply,
        "acceptance",
        unit ->
            calendars
                .holdAlone(unit)
                .chain(() -> locked(unit, caller, reply.request()))
                .invoke(request -> caller.actsFor(request.asked(), "accept this"))
                .chain(
                    request ->
                        switch (request.stage()) {
                          case SwapStage.Accepted ignored -> unchanged(unit, request);
                          case SwapStage.Asked asked -> accept(unit, caller, request, asked);
                          default -> throw SwapProblems.ended(request);
                        }));
  }

  /** Says no. */
  public Uni<SwapState> decline(SwapCaller caller, Reply reply) {
    return once(
        reply,
        "decline",
        end(
            caller,
            reply.request(),
            request -> caller.actsFor(request.asked(), "decline this"),
            asked -> asked.decline(caller.id(), clock.instant(), reply.words()),
            SwapStage.Declined.class));
  }

  /** Takes a request back. */
  public Uni<SwapState> cancel(SwapCaller caller, Reply reply) {
    return once(
        reply,
        "cancellation",
        end(
            caller,
            reply.request(),
            request -> caller.actsFor(request.asker(), "take this back"),
            asked -> asked.cancel(caller.id(), clock.instant(), reply.words()),
            SwapStage.Cancelled.class));
  }

  private Uni<SwapState> once(
      Reply reply, String what, Function<UnitOfWork, Uni<SwapState>> effect) {
    return transactions.write(
        unit ->
            idempotency.once(
                unit,
                reply.key(),
                "POST swap-requests/" + reply.request() + "/" + what,
                reply.body(),
                SwapState.class,
                () -> effect.apply(unit)));
  }

  private Function<UnitOfWork, Uni<SwapState>> end(
      SwapCaller caller,
      UUID id,
      Consumer<SwapRequest> permission,
      Function<SwapStage.Asked, SwapStage> move,
      Class<? extends SwapStage> done) {
    return unit ->
        locked(unit, caller, id)
            .invoke(permission)
            .chain(
                request -> {
                  if (done.isInstance(request.stage())) {
                    return unchanged(unit, request);
                  }
                  if (request.stage() instanceof SwapStage.Asked asked) {
                    return current
                        .in(unit)
                        .chain(
                            now ->
                                log.save(
                                    unit, now, request.in(move.apply(asked), clock.instant())));
                  }
                  throw SwapProblems.ended(request);
                });
  }

  private Uni<SwapState> accept(
      UnitOfWork unit, SwapCaller caller, SwapRequest request, SwapStage.Asked asked) {
    Instant now = clock.instant();
    if (request.isOverAt(now)) {
      throw SwapProblems.expired(request);
    }
    AtomicReference<List<String>> overrides = new AtomicReference<>(List.of());
    return commands
        .edit(
            unit,
            before -> {
              SwapRules rules = new SwapRules(before.rules());
              SwapProblems.refuse(rules.faults(request, now));
              SwapRules.Made made = rules.make(request);
              SwapProblems.refuseConflicts(made.calendar());
              overrides.set(made.overrides());
              return made.calendar();
            },
            caller.id())
        .chain(
            after -> {
              SwapStage accepted = asked.accept(caller.id(), now, overrides.get());
              return log.save(unit, after, request.in(accepted, now))
                  .call(() -> cancelOthers(unit, after, request, now));
            });
  }

  private Uni<Void> cancelOthers(
      UnitOfWork unit, InForce inForce, SwapRequest accepted, Instant now) {
    return store
        .lockOthers(unit, accepted)
        .onItem()
        .transformToMulti(others -> Multi.createFrom().iterable(others))
        .onItem()
        .transformToUniAndConcatenate(
            other -> {
              SwapStage stage =
                  new SwapStage.Asked()
                      .cancel(accepted.asker(), now, "another request was accepted");
              return log.save(unit, inForce, other.in(stage, now));
            })
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<SwapRequest> locked(UnitOfWork unit, SwapCaller caller, UUID id) {
    return store
        .lock(unit, id)
        .map(found -> caller.sees(found.orElseThrow(() -> SwapCaller.unknown(id))));
  }

  private Uni<SwapState> unchanged(UnitOfWork unit, SwapRequest request) {
    return current.in(unit).map(now -> SwapStates.of(now, request));
  }
}
