/** A small JSON client for our own REST resources. */
@NullMarked
package io.meridian.local.client;

import org.jspecify.annotations.NullMarked;
