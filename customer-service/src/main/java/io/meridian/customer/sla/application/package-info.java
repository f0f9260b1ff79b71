/** Promising other targets to a tier, and reading them. */
@NullMarked
package io.meridian.customer.sla.application;

import org.jspecify.annotations.NullMarked;
