/** The use cases: load, decide, save, announce; one transaction each. */
@NullMarked
package io.meridian.escalation.escalation.application;

import org.jspecify.annotations.NullMarked;
