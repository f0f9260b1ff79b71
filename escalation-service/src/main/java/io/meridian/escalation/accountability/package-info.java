/** Accountability: who answers for an escalation now; a replica. */
package io.meridian.escalation.accountability;
