/** What TAMs are told about handoffs, gaps and coverage: which facts, to whom, in which words. */
@NullMarked
package io.meridian.handoff.notification.domain;

import org.jspecify.annotations.NullMarked;
