/** What was promised to which tier: values in, values out. */
@NullMarked
package io.meridian.customer.sla.domain;

import org.jspecify.annotations.NullMarked;
