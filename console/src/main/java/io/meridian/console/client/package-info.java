/** The services as the console sees them: one typed client each, with the fields that are shown. */
@NullMarked
package io.meridian.console.client;

import org.jspecify.annotations.NullMarked;
