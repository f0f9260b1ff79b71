/** Use cases: load, decide, save and announce in one transaction. */
@NullMarked
package io.meridian.customer.customer.application;

import org.jspecify.annotations.NullMarked;
