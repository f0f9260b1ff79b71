/** People who can be reached and are on no roster: managers, account teams, auditors. */
@NullMarked
package io.meridian.handoff.person;

import org.jspecify.annotations.NullMarked;
