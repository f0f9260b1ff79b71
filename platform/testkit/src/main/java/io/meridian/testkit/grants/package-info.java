/** What a service's role may do in its database, as a text that changes on purpose only. */
@NullMarked
package io.meridian.testkit.grants;

import org.jspecify.annotations.NullMarked;
