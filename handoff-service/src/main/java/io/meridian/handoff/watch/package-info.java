/** What crews tell each other beside handoffs: what to watch, and a note at a shift change. */
package io.meridian.handoff.watch;
