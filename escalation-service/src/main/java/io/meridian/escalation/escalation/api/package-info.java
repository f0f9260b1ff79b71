/** HTTP in: JSON to commands, escalations to JSON, nothing else. */
@NullMarked
package io.meridian.escalation.escalation.api;

import org.jspecify.annotations.NullMarked;
