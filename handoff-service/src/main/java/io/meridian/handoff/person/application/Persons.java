package io.meridian.handoff.person.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.person.domain.Person;
import io.meridian.handoff.person.domain.PersonDetails;
import io.meridian.handoff.person.store.PersonRepository;
import io.meridian.rest.http.ETags;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes persons known, describes them anew and forgets them. Nobody is made known as a person who
 * is on the roster; of who comes there later, the roster's entry counts.
 */
@ApplicationScoped
public class Persons {
  private static final String KIND = "person";

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final PersonRepository store;
  private final CurrentCalendar calendar;
  private final Outbox outbox;
  private final Clock clock;

  Persons(
      Transactions transactions,
      Idempotency idempotency,
      PersonRepository store,
      CurrentCalendar calendar,
      Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.store = store;
    this.calendar = calendar;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A person as known now.
   *
   * @param onRoster whether the calendar has them as a TAM who has not left: its entry counts
   */
  public record Known(Person person, boolean onRoster) {}

  /**
   * Somebody who asks for themselves.
   *
   * @param calendar the one in force
   * @param person empty when nobody made them known
   */
  public record Self(InForce calendar, Optional<Known> person) {}

  private record NewPerson(String id, PersonDetails details) {}

  /**
   * Makes somebody known; with a key, once.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @param id the subject of their tokens
   * @throws Problem 400 for a region that the calendar does not have; 409 for who is known already
   *     or is on the roster; 404 when who was made known by the key is known no more; and those of
   *     {@link Idempotency#once}
   */
  public Uni<Known> make(@Nullable String key, String id, PersonDetails details) {
    return transactions.write(
        unit ->
            idempotency
                .once(
                    unit,
                    key,
                    "POST /persons",
                    new NewPerson(id, details),
                    String.class,
                    () -> insert(unit, id, details).replaceWith(id))
                .chain(made -> known(unit, made)));
  }

  private Uni<Void> insert(UnitOfWork unit, String id, PersonDetails details) {
    return calendar
        .in(unit)
        .invoke(inForce -> requireRegions(inForce, details))
        .invoke(inForce -> requireStranger(inForce, id))
        .chain(() -> store.find(unit, id))
        .invoke(
            found ->
                found.ifPresent(
                    person -> {
                      throw Problem.conflict(
                          "person-known",
                          id + " is " + person.details().name() + "; change them with PUT");
                    }))
        .chain(
            () -> {
              Person made = Person.first(id, details, clock.instant());
              return store
                  .insert(unit, made)
                  .invoke(() -> outbox.changed(unit, KIND, id, "made", made));
            });
  }

  private static void requireStranger(InForce inForce, String id) {
    if (isOnRoster(inForce, id)) {
      throw Problem.conflict(
          "on-roster", id + " is a TAM of the roster; change their entry with PUT /tams/" + id);
    }
  }

  private static void requireRegions(InForce inForce, PersonDetails details) {
    List<Violation> violations =
        details.manages().stream()
            .filter(code -> inForce.region(code).isEmpty())
            .map(
                code ->
                    new Violation(
                        "/manages",
                        "unknown-region",
                        code + " is no region of the calendar; " + regions(inForce)))
            .toList();
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  private static String regions(InForce inForce) {
    String codes =
        inForce.calendar().regions().stream()
            .map(Region::code)
            .sorted()
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "it has none yet" : "it has " + codes;
  }

  /** By their ids. */
  public Uni<Page<Known>> list(PageRequest request) {
    String after = request.after(List::getFirst).orElse("");
    return transactions
        .read(
            unit ->
                store
                    .list(unit, after, request.limit() + 1)
                    .chain(
                        persons ->
                            calendar
                                .in(unit)
                                .map(
                                    inForce ->
                                        persons.stream().map(one -> known(inForce, one)).toList())))
        .map(rows -> Page.of(rows, request, last -> List.of(last.person().id())));
  }

  /**
   * One person.
   *
   * @throws Problem 404 for who is not known
   */
  public Uni<Known> one(String id) {
    return transactions.read(unit -> known(unit, id));
  }

  /** What is known of whoever asks. */
  public Uni<Self> self(String id) {
    return transactions.read(
        unit ->
            calendar
                .in(unit)
                .chain(
                    inForce ->
                        store
                            .find(unit, id)
                            .map(
                                found ->
                                    new Self(
                                        inForce, found.map(person -> known(inForce, person))))));
  }

  /**
   * Describes a person anew; the same again changes nothing.
   *
   * @throws Problem 404 for who is not known, 400 for a region that the calendar does not have, 428
   *     and 412 as {@link ETags#requireMatch}
   */
  public Uni<Known> describe(String id, @Nullable String ifMatch, PersonDetails details) {
    return transactions.write(
        unit ->
            found(unit, id)
                .invoke(before -> ETags.requireMatch(ifMatch, before.revision()))
                .chain(
                    before ->
                        calendar
                            .in(unit)
                            .invoke(inForce -> requireRegions(inForce, details))
                            .chain(() -> write(unit, before, details)))
                .chain(() -> known(unit, id)));
  }

  /**
   * Whoever asks reads times in another zone from now on.
   *
   * @throws Problem 404 for who is not known, 409 for who is on the roster, 428 and 412 as {@link
   *     ETags#requireMatch}
   */
  public Uni<Known> move(String self, @Nullable String ifMatch, ZoneId zone) {
    return transactions.write(
        unit ->
            known(unit, self)
                .invoke(before -> ETags.requireMatch(ifMatch, before.person().revision()))
                .invoke(Persons::requireOffRoster)
                .map(Known::person)
                .chain(before -> write(unit, before, before.details().in(zone)))
                .chain(() -> known(unit, self)));
  }

  private static void requireOffRoster(Known known) {
    if (known.onRoster()) {
      throw Problem.conflict(
          "on-roster", "Your entry in the calendar counts; set its zone with PATCH /me/tam");
    }
  }

  private Uni<Void> write(UnitOfWork unit, Person before, PersonDetails details) {
    return before
        .describe(details, clock.instant())
        .map(
            after ->
                store
                    .update(unit, after)
                    .invoke(() -> outbox.changed(unit, KIND, after.id(), "described", after)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /**
   * Forgets a person.
   *
   * @param ifMatch the header {@code If-Match}; null whatever was changed since
   * @throws Problem 404 for who is not known, 412 as {@link ETags#requireMatch}
   */
  public Uni<Void> forget(String id, @Nullable String ifMatch) {
    return transactions.write(
        unit ->
            found(unit, id)
                .invoke(
                    person -> {
                      if (ifMatch != null) {
                        ETags.requireMatch(ifMatch, person.revision());
                      }
                    })
                .chain(() -> store.delete(unit, id))
                .invoke(() -> outbox.changed(unit, KIND, id, "forgotten", null)));
  }

  private Uni<Person> found(UnitOfWork unit, String id) {
    return store
        .find(unit, id)
        .map(found -> found.orElseThrow(() -> Problem.notFound("person", id)));
  }

  private Uni<Known> known(UnitOfWork unit, String id) {
    return found(unit, id)
        .chain(person -> calendar.in(unit).map(inForce -> known(inForce, person)));
  }

  private static Known known(InForce inForce, Person person) {
    return new Known(person, isOnRoster(inForce, person.id()));
  }

  /** Who has left the roster may be a person: TAMs become managers. */
  private static boolean isOnRoster(InForce inForce, String id) {
    return inForce.tam(id).filter(tam -> tam.status() != Tam.Status.INACTIVE).isPresent();
  }
}
