/** The house of containers: what only images, an engine and its faults can show. */
@NullMarked
package io.meridian.containers;

import org.jspecify.annotations.NullMarked;
