/** The demo world: regions, TAMs, shifts, customers, integrations and a few open escalations. */
@NullMarked
package io.meridian.local.seed;

import org.jspecify.annotations.NullMarked;
