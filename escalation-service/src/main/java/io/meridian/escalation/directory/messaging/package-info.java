/** What the calendar tells. */
@NullMarked
package io.meridian.escalation.directory.messaging;

import org.jspecify.annotations.NullMarked;
