/** Who is on duty when: the shifts of a window, read as one roster. */
@NullMarked
package io.meridian.handoff.duty.domain;

import org.jspecify.annotations.NullMarked;
