package io.meridian.escalation.customer.application;

import io.meridian.escalation.customer.domain.ServiceTerms;
import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.customer.store.ServiceTermsStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Looks up what counts for customers' escalations. */
@ApplicationScoped
public class Terms {
  private static final Duration FOUND_FOR = Duration.ofSeconds(10);
  private static final Duration MISSED_FOR = Duration.ofSeconds(1);
  private static final int ENTRIES_MAX = 100_000;

  private final ServiceTermsStore store;
  private final Duration closeAfter;
  private final Recent<UUID, ServiceTerms> recent;

  Terms(ServiceTermsStore store, ClosingConfig config) {
    this.store = store;
    this.closeAfter = config.closeAfter();
    this.recent = new Recent<>(FOUND_FOR, MISSED_FOR, ENTRIES_MAX);
  }

  /**
   * The terms of these customers, for what comes in: at most one query for all of them, none where
   * they were asked for lately; up to ten seconds behind. Outside of transactions.
   */
  public Uni<TermsByCustomer> recent(Collection<UUID> customers) {
    return customers.isEmpty()
        ? Uni.createFrom().item(TermsByCustomer.none(closeAfter))
        : recent.getAll(customers, missing -> store.terms(missing, closeAfter)).map(this::known);
  }

  /** The terms of these customers as they are now. */
  public Uni<TermsByCustomer> current(UnitOfWork unit, Collection<UUID> customers) {
    return customers.isEmpty()
        ? Uni.createFrom().item(TermsByCustomer.none(closeAfter))
        : store.terms(unit, customers, closeAfter).map(this::known);
  }

  private TermsByCustomer known(Map<UUID, ServiceTerms> found) {
    return new TermsByCustomer(found, ServiceTerms.ofNobody(closeAfter));
  }
}
