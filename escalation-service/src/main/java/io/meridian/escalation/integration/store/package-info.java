/** Integrations as rows. */
@NullMarked
package io.meridian.escalation.integration.store;

import org.jspecify.annotations.NullMarked;
