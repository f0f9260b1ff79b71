/**
 * Load and limits, side by side: each scenario measures the system and, in the same run on the same
 * machine, the raw limit it is compared with, and prints the ratio. Counts are checked after every
 * round: a fast wrong run fails.
 */
@NullMarked
package io.meridian.bench;

import org.jspecify.annotations.NullMarked;
