/** What the other services tell: this service's replicas of customers and accountability. */
@NullMarked
package io.meridian.escalation.messaging;

import org.jspecify.annotations.NullMarked;
