/** Files that people send, between their octets and what they say. */
@NullMarked
package io.meridian.handoff.calendar.application.file;

import org.jspecify.annotations.NullMarked;
