/** Handoffs: offers, answers, briefings, and the evidence of how each ended. */
package io.meridian.handoff.handoff;
