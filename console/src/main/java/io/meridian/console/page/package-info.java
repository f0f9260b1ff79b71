/** One resource a screen, and what all pages share. */
@NullMarked
package io.meridian.console.page;

import org.jspecify.annotations.NullMarked;
