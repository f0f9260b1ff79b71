/** Hashes, links and chains, and what is asked of the audit log: plain Java. */
@NullMarked
package io.meridian.audit.domain;

import org.jspecify.annotations.NullMarked;
