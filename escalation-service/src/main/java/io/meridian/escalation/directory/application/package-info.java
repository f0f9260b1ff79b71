/** Takes over who is on the calendar. */
@NullMarked
package io.meridian.escalation.directory.application;

import org.jspecify.annotations.NullMarked;
