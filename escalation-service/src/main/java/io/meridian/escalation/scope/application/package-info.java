/** Takes over who has what to do with an escalation, and refuses the others. */
@NullMarked
package io.meridian.escalation.scope.application;

import org.jspecify.annotations.NullMarked;
