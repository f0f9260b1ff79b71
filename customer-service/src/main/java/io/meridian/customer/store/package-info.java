/** Rows and SQL; works in the session it is given. */
@NullMarked
package io.meridian.customer.store;

import org.jspecify.annotations.NullMarked;
