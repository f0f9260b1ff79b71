/** Sends a ServiceNow export through the REST intake. */
@NullMarked
package io.meridian.local.replay;

import org.jspecify.annotations.NullMarked;
