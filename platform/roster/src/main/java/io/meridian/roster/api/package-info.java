/** What this service knows of those who come in, over REST. */
@NullMarked
package io.meridian.roster.api;

import org.jspecify.annotations.NullMarked;
