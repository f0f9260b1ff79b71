/** The escalation service: see docs/architecture.md for what it owns. */
package io.meridian.escalation;
