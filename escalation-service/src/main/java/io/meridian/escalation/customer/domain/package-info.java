/** What counts for the escalations of a customer. */
@NullMarked
package io.meridian.escalation.customer.domain;

import org.jspecify.annotations.NullMarked;
