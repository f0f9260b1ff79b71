/** Persons as entities. */
@NullMarked
package io.meridian.handoff.person.store;

import org.jspecify.annotations.NullMarked;
