/** HTTP in: policies as they are sent and shown. */
@NullMarked
package io.meridian.customer.sla.api;

import org.jspecify.annotations.NullMarked;
