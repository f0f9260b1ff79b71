/** What text can be stored. */
@NullMarked
package io.meridian.rest.text;

import org.jspecify.annotations.NullMarked;
