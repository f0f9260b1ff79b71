/** Other systems that send tickets: who they are and which secrets sign their messages. */
@NullMarked
package io.meridian.escalation.integration.domain;

import org.jspecify.annotations.NullMarked;
