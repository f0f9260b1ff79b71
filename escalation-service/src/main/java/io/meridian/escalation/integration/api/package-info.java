/** HTTP in: integrations to JSON, their secrets once. */
@NullMarked
package io.meridian.escalation.integration.api;

import org.jspecify.annotations.NullMarked;
