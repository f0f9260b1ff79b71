/**
 * What comes in and may open an escalation: gathered, decided and written in batches.
 *
 * <p>See docs/adr/0008-intake-batching.md.
 */
@NullMarked
package io.meridian.escalation.intake.application;

import org.jspecify.annotations.NullMarked;
