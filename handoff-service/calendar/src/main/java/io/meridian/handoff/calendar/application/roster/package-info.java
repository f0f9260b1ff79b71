/**
 * What people do with the calendar besides putting a whole document in force: single entries of it,
 * each an edit of the one document.
 */
@NullMarked
package io.meridian.handoff.calendar.application.roster;

import org.jspecify.annotations.NullMarked;
