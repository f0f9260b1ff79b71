/** Rows and SQL of integrations. */
@NullMarked
package io.meridian.escalation.integration.store;

import org.jspecify.annotations.NullMarked;
