/** Overviews: what one person or one team sees at a glance, joined of all subjects below. */
package io.meridian.handoff.overview;
