/** The local issuer: a key pair in the data folder, and the tokens it signs. */
@NullMarked
package io.meridian.local.security;

import org.jspecify.annotations.NullMarked;
