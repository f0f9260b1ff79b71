/** What customer-service tells. */
@NullMarked
package io.meridian.escalation.customer.messaging;

import org.jspecify.annotations.NullMarked;
