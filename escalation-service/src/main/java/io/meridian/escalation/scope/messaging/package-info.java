/** What others tell that gives or takes the right to act. */
@NullMarked
package io.meridian.escalation.scope.messaging;

import org.jspecify.annotations.NullMarked;
