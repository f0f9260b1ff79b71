package io.meridian.escalation.customer.domain;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The terms of all customers that a decision may be about.
 *
 * @param known those of customers that are known here
 * @param nobody what counts for everybody else, and without a customer
 */
public record TermsByCustomer(Map<UUID, ServiceTerms> known, ServiceTerms nobody) {

  public TermsByCustomer {
    known = Map.copyOf(known);
  }

  /** No customer is known. */
  public static TermsByCustomer none(Duration closeAfter) {
    return new TermsByCustomer(Map.of(), ServiceTerms.ofNobody(closeAfter));
  }

  /** What counts for this customer's escalations; null: for those without one. */
  public ServiceTerms of(@Nullable UUID customer) {
    return customer == null ? nobody : known.getOrDefault(customer, nobody);
  }
}
