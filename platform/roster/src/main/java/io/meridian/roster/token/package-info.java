/** Programs that come in with an API token: the issuer of people's tokens is not asked. */
@NullMarked
package io.meridian.roster.token;

import org.jspecify.annotations.NullMarked;
