/**
 * The history checker: what must be true of everything that was told (reliability.md I2 to I7),
 * derived from the events alone and without a line of the services' own code. The whole-house test
 * and the simulation share it.
 */
@NullMarked
package io.meridian.testkit.history;

import org.jspecify.annotations.NullMarked;
