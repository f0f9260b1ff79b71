/** What the incoming TAM must know, in the order of I-PASS, and what it still lacks. */
@NullMarked
package io.meridian.handoff.handoff.domain.briefing;

import org.jspecify.annotations.NullMarked;
