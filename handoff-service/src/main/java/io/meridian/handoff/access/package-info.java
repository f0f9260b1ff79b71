/**
 * Who comes in: programs by tokens of ours; and whom no service lets in, whatever their token says.
 */
@NullMarked
package io.meridian.handoff.access;

import org.jspecify.annotations.NullMarked;
