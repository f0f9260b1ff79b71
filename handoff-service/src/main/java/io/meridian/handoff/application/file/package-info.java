/** Files that people send, between their octets and what they say. */
@NullMarked
package io.meridian.handoff.application.file;

import org.jspecify.annotations.NullMarked;
