/** What dashboards and alerts ask for, against what the services show. */
@NullMarked
package io.meridian.local.monitoring;

import org.jspecify.annotations.NullMarked;
