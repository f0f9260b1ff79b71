/** Whom no service lets in, whatever their token says. */
@NullMarked
package io.meridian.roster.denial;

import org.jspecify.annotations.NullMarked;
