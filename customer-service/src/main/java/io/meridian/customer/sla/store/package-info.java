/** Policies and their targets as entities. */
@NullMarked
package io.meridian.customer.sla.store;

import org.jspecify.annotations.NullMarked;
