/** Customers and what belongs to them as entities. */
@NullMarked
package io.meridian.customer.customer.store;

import org.jspecify.annotations.NullMarked;
