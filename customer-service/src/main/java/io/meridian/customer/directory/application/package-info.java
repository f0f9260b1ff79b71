/** Takes over who can be assigned. */
@NullMarked
package io.meridian.customer.directory.application;

import org.jspecify.annotations.NullMarked;
