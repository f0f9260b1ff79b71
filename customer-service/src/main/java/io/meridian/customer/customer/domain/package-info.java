/** What a customer is and which changes it accepts: values in, values out. */
@NullMarked
package io.meridian.customer.customer.domain;

import org.jspecify.annotations.NullMarked;
