/** Escalations: their lifecycle, their timeline, and what is asked about them. */
package io.meridian.escalation.escalation;
