package io.meridian.customer.customer.application;

import io.meridian.customer.customer.domain.Customer;
import io.meridian.customer.customer.domain.CustomerFilter;
import io.meridian.customer.customer.store.CustomerRepository;
import io.meridian.customer.directory.store.DirectoryStore;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reading customers. */
@ApplicationScoped
public class CustomerQueries {
  private final Transactions transactions;
  private final CustomerRepository customers;
  private final DirectoryStore directory;

  CustomerQueries(
      Transactions transactions, CustomerRepository customers, DirectoryStore directory) {
    this.transactions = transactions;
    this.customers = customers;
    this.directory = directory;
  }

  /**
   * The customer with this id.
   *
   * @param actor who asks
   * @throws Problem 404 if there is none, 403 for one of whom an observer is no stakeholder
   */
  public Uni<Described> get(Actor actor, UUID id) {
    return transactions.read(
        unit ->
            customers
                .find(unit, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("customer", id)))
                .invoke(customer -> requireOwn(actor, customer))
                .chain(customer -> describe(unit, customer)));
  }

  private static void requireOwn(Actor actor, Customer customer) {
    if (!actor.readsAll() && !customer.isOf(actor.id())) {
      throw Problem.forbidden(
          actor.id()
              + " is no stakeholder of this customer, and an observer sees those of whom they are"
              + " one; ask a manager");
    }
  }

  /** The page of customers that match and that the actor sees, by name. */
  public Uni<Page<Described>> page(Actor actor, CustomerFilter filter, PageRequest request) {
    CustomerFilter seen = actor.readsAll() ? filter : filter.of(actor.id());
    return transactions.read(
        unit ->
            customers
                .page(unit, seen, request)
                .chain(
                    page ->
                        names(unit, page.items())
                            .map(names -> page.map(c -> new Described(c, names)))));
  }

  /** The customer with its TAMs' names, read in this session. */
  Uni<Described> describe(UnitOfWork unit, Customer customer) {
    return names(unit, List.of(customer)).map(names -> new Described(customer, names));
  }

  private Uni<Map<String, String>> names(UnitOfWork unit, List<Customer> customers) {
    Set<String> tams =
        customers.stream()
            .flatMap(customer -> customer.tamAssignments().values().stream())
            .collect(Collectors.toUnmodifiableSet());
    if (tams.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return directory
        .find(unit, tams)
        .map(found -> tams.stream().collect(Collectors.toUnmodifiableMap(id -> id, found::nameOf)));
  }
}
