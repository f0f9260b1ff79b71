/** Who calls, in which roles, and how a bearer token is verified. */
@NullMarked
package io.meridian.rest.security;

import org.jspecify.annotations.NullMarked;
