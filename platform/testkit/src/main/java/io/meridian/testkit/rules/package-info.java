/**
 * The house's rules on bytecode ({@link io.meridian.testkit.rules.LayerRules}) and on source text
 * ({@link io.meridian.testkit.rules.SourceRules}); each is shown to bite by a fixture in this
 * module's tests.
 */
@NullMarked
package io.meridian.testkit.rules;

import org.jspecify.annotations.NullMarked;
