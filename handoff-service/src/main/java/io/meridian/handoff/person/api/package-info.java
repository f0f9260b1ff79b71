/** Persons over REST, and who the caller is. */
@NullMarked
package io.meridian.handoff.person.api;

import org.jspecify.annotations.NullMarked;
