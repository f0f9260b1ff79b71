/** Persons. */
@NullMarked
package io.meridian.handoff.person.domain;

import org.jspecify.annotations.NullMarked;
