/** The house of containers, as {@code deploy/compose/compose.yaml} describes it. */
@NullMarked
package io.meridian.local.compose;

import org.jspecify.annotations.NullMarked;
