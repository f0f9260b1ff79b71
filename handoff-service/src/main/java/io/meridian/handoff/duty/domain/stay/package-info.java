/** What stays at home: who keeps what lives in a region while they are off duty there. */
@NullMarked
package io.meridian.handoff.duty.domain.stay;

import org.jspecify.annotations.NullMarked;
