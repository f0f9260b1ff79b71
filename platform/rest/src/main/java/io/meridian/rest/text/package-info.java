/** What text can be stored, and what names look like. */
@NullMarked
package io.meridian.rest.text;

import org.jspecify.annotations.NullMarked;
