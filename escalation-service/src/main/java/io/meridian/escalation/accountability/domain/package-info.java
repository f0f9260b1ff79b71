/** Who holds an escalation, and from when. */
@NullMarked
package io.meridian.escalation.accountability.domain;

import org.jspecify.annotations.NullMarked;
