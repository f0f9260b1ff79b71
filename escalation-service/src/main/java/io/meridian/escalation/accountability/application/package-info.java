/** Takes over who is accountable. */
@NullMarked
package io.meridian.escalation.accountability.application;

import org.jspecify.annotations.NullMarked;
