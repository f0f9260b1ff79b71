/** Takes customers over, and looks them up. */
@NullMarked
package io.meridian.escalation.customer.application;

import org.jspecify.annotations.NullMarked;
