/** Other systems that send tickets: who they are and which secrets sign their messages. */
@NullMarked
package io.meridian.escalation.domain.integration;

import org.jspecify.annotations.NullMarked;
