/**
 * The arithmetic of measurement: windows, buckets and how a gap is spread over them. Pure; every
 * figure the service answers can be derived from here and from the raw facts.
 */
@NullMarked
package io.meridian.metrics.domain;

import org.jspecify.annotations.NullMarked;
