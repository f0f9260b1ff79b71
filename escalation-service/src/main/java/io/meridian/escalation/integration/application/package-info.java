/** Who may send tickets: integrations with their secrets, and the check of a signature. */
@NullMarked
package io.meridian.escalation.integration.application;

import org.jspecify.annotations.NullMarked;
