/**
 * Who the customers are, what support they are entitled to, which TAM looks after them in which
 * region, and who at the customer wants to be told.
 */
package io.meridian.customer.customer;
