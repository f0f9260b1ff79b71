/** The W3C trace that ties a request, the events it causes and what they cause together. */
@NullMarked
package io.meridian.runtime.trace;

import org.jspecify.annotations.NullMarked;
