/** Use cases: projecting what the other services tell, and answering questions about it. */
@NullMarked
package io.meridian.metrics.application;

import org.jspecify.annotations.NullMarked;
