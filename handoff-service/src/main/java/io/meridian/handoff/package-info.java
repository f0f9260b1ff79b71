/** The handoff service: see docs/architecture.md for what it owns. */
package io.meridian.handoff;
