/** Integrations: which systems may send tickets, and whether a message is theirs. */
package io.meridian.escalation.integration;
