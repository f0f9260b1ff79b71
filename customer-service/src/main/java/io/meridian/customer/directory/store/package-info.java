/** SQL of the replica. */
@NullMarked
package io.meridian.customer.directory.store;

import org.jspecify.annotations.NullMarked;
