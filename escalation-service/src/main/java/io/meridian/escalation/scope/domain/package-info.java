/** What ties somebody to an escalation. */
@NullMarked
package io.meridian.escalation.scope.domain;

import org.jspecify.annotations.NullMarked;
