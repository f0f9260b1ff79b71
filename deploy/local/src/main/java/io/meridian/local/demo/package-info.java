/** A follow-the-sun day at speed, with simulated TAMs. */
@NullMarked
package io.meridian.local.demo;

import org.jspecify.annotations.NullMarked;
