/** Entries sealed into chains of hashes, whose heads are told to the broker. */
@NullMarked
package io.meridian.audit.chain;

import org.jspecify.annotations.NullMarked;
