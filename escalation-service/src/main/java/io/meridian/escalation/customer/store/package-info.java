/** Rows and SQL of the replica. */
@NullMarked
package io.meridian.escalation.customer.store;

import org.jspecify.annotations.NullMarked;
