/** Who can be assigned where. */
@NullMarked
package io.meridian.customer.directory.domain;

import org.jspecify.annotations.NullMarked;
