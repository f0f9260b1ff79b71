/** How persons are made known, described anew and forgotten. */
@NullMarked
package io.meridian.handoff.person.application;

import org.jspecify.annotations.NullMarked;
