/** The use cases: load, decide, save, announce; one transaction each, or one for a whole batch. */
@NullMarked
package io.meridian.escalation.application;

import org.jspecify.annotations.NullMarked;
