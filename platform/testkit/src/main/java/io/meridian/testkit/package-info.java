/**
 * What tests and the local stack stand on: the real servers (PostgreSQL 18, a KRaft broker) without
 * containers, signed tokens, a clock that tests move, published events, and the layer rules.
 *
 * <p>Test scope everywhere; only {@code deploy/local}, which is no production code, uses the
 * servers outside tests.
 */
@NullMarked
package io.meridian.testkit;

import org.jspecify.annotations.NullMarked;
