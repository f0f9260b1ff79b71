package io.meridian.customer.customer.application;

import io.meridian.customer.customer.domain.Customer;
import java.util.Map;

/**
 * A customer with the names of its TAMs.
 *
 * @param tamNames TAM id to name, for each assigned TAM
 */
public record Described(Customer customer, Map<String, String> tamNames) {}
