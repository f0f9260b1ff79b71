/** What the calendar tells. */
@NullMarked
package io.meridian.customer.directory.messaging;

import org.jspecify.annotations.NullMarked;
