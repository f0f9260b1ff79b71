/** What other services tell that opens escalations. */
@NullMarked
package io.meridian.escalation.intake.messaging;

import org.jspecify.annotations.NullMarked;
