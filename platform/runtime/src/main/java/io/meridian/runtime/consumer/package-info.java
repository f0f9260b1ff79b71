/** Events in, each with effect once: claim, apply and offset are one transaction. */
@NullMarked
package io.meridian.runtime.consumer;

import org.jspecify.annotations.NullMarked;
