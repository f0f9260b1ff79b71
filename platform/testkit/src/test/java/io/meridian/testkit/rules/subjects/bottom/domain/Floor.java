package io.meridian.testkit.rules.subjects.bottom.domain;

import io.meridian.testkit.rules.subjects.top.domain.Roof;
import org.jspecify.annotations.Nullable;

/** Knows what is above it, which also goes round in a circle. */
public record Floor(@Nullable Roof roof) {}
