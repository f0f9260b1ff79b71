/** HTTP in: requests and views, and nothing decided. */
@NullMarked
package io.meridian.customer.customer.api;

import org.jspecify.annotations.NullMarked;
