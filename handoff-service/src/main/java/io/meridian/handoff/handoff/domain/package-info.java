/**
 * One escalation's handoff: its stages, the moves legal from each, and who is asked in which order.
 * Pure values; a refusal is an answer, not an exception.
 */
@NullMarked
package io.meridian.handoff.handoff.domain;

import org.jspecify.annotations.NullMarked;
