/** What an arrival means: an escalation that opens, or a change of the one that stands for it. */
@NullMarked
package io.meridian.escalation.intake.domain;

import org.jspecify.annotations.NullMarked;
