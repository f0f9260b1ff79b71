package io.meridian.customer.customer.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.customer.customer.domain.Contact;
import io.meridian.customer.customer.domain.Customer;
import io.meridian.customer.customer.domain.Decision;
import io.meridian.customer.customer.domain.Profile;
import io.meridian.customer.customer.store.CustomerRepository;
import io.meridian.customer.directory.domain.Directory;
import io.meridian.customer.directory.store.DirectoryStore;
import io.meridian.rest.http.ETags;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Changing customers: each use case is one transaction, with what it tells in the outbox. */
@ApplicationScoped
public class CustomerCommands {
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final CustomerRepository customers;
  private final DirectoryStore directory;
  private final CustomerQueries queries;
  private final Outbox outbox;
  private final Clock clock;

  CustomerCommands(
      Transactions transactions,
      Idempotency idempotency,
      CustomerRepository customers,
      DirectoryStore directory,
      CustomerQueries queries,
      Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.customers = customers;
    this.directory = directory;
    this.queries = queries;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What a new customer begins with. */
  public record NewCustomer(Profile profile, Map<String, String> tamAssignments) {}

  /**
   * Makes a customer known.
   *
   * @throws Problem 409 when an external reference is another customer's, 422 when a TAM cannot be
   *     assigned, and those of {@link Idempotency#once}
   */
  public Uni<Described> create(@Nullable String idempotencyKey, NewCustomer wanted) {
    return transactions.write(
        unit ->
            idempotency.once(
                unit,
                idempotencyKey,
                "POST /customers",
                wanted,
                Described.class,
                () -> create(unit, wanted)));
  }

  /** Replaces the profile. Throws as {@link #change}. */
  public Uni<Described> describe(UUID id, @Nullable String ifMatch, Profile profile) {
    return change(id, ifMatch, List.of(), (customer, known) -> customer.describe(profile, now()));
  }

  /** Replaces all TAM assignments. Throws as {@link #change}. */
  public Uni<Described> assignAll(UUID id, @Nullable String ifMatch, Map<String, String> tams) {
    return change(
        id, ifMatch, tams.values(), (customer, known) -> customer.assignAll(tams, known, now()));
  }

  /** Assigns a TAM in one region. Throws as {@link #change}. */
  public Uni<Described> assign(UUID id, @Nullable String ifMatch, String region, String tam) {
    return change(
        id, ifMatch, List.of(tam), (customer, known) -> customer.assign(region, tam, known, now()));
  }

  /** Takes the TAM of one region away. Throws as {@link #change}. */
  public Uni<Described> unassign(UUID id, @Nullable String ifMatch, String region) {
    return change(id, ifMatch, List.of(), (customer, known) -> customer.unassign(region, now()));
  }

  /**
   * Replaces who wants to be told. Throws as {@link #change}, and 403 for who is no manager and
   * would let a person see the customer who did not before.
   */
  public Uni<Described> inform(
      Actor actor, UUID id, @Nullable String ifMatch, List<Contact> contacts) {
    return change(
        id,
        ifMatch,
        List.of(),
        (customer, known) -> {
          requireMayBind(actor, customer, contacts);
          return customer.inform(contacts, now());
        });
  }

  private static void requireMayBind(Actor actor, Customer before, List<Contact> wanted) {
    if (!actor.has(Roles.MANAGER)) {
      wanted.stream()
          .map(contact -> contact.stakeholder().person())
          .filter(person -> person != null && !before.isOf(person))
          .findFirst()
          .ifPresent(
              person -> {
                throw Problem.forbidden(
                    person
                        + " would see the customer and its escalations: a manager may say so."
                        + " Leave person as it was");
              });
    }
  }

  /**
   * One change of a customer.
   *
   * @param tams ids that the decision asks the directory about
   * @throws Problem 404 for an unknown id, 428 and 412 as {@link ETags#requireMatch}, 409 and 422
   *     as {@link #create}
   */
  private Uni<Described> change(
      UUID id,
      @Nullable String ifMatch,
      Collection<String> tams,
      BiFunction<Customer, Directory, Decision> decide) {
    return transactions.write(
        unit ->
            customers
                .find(unit, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("customer", id)))
                .invoke(customer -> ETags.requireMatch(ifMatch, customer.revision()))
                .chain(
                    before ->
                        known(unit, tams)
                            .map(known -> Answers.accepted(decide.apply(before, known)))
                            .chain(accepted -> save(unit, before, accepted)))
                .chain(after -> queries.describe(unit, after)));
  }

  private Uni<Described> create(UnitOfWork unit, NewCustomer wanted) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return known(unit, wanted.tamAssignments().values())
        .map(
            known ->
                Answers.accepted(
                    Customer.create(id, wanted.profile(), wanted.tamAssignments(), known, now())))
        .call(accepted -> refuseTaken(unit, accepted.after()))
        .call(accepted -> customers.insert(unit, accepted.after()))
        .chain(accepted -> announce(unit, accepted))
        .chain(after -> queries.describe(unit, after));
  }

  private Uni<Customer> save(UnitOfWork unit, Customer before, Decision.Accepted accepted) {
    if (!accepted.changes()) {
      return Uni.createFrom().item(before);
    }
    return refuseTaken(unit, accepted.after())
        .chain(() -> customers.update(unit, accepted.after()))
        .chain(() -> announce(unit, accepted));
  }

  private Uni<Void> refuseTaken(UnitOfWork unit, Customer wanted) {
    return customers.taken(unit, wanted).invoke(Answers::refuseTaken).replaceWithVoid();
  }

  private Uni<Customer> announce(UnitOfWork unit, Decision.Accepted accepted) {
    return outbox.append(unit, accepted.events()).replaceWith(accepted.after());
  }

  private Uni<Directory> known(UnitOfWork unit, Collection<String> tams) {
    return tams.isEmpty()
        ? Uni.createFrom().item(new Directory(false, Map.of()))
        : directory.find(unit, tams);
  }

  private Instant now() {
    return clock.instant();
  }
}
