/** Who acts, in which request or part of us, and by which operation. */
@NullMarked
package io.meridian.audit.act;

import org.jspecify.annotations.NullMarked;
