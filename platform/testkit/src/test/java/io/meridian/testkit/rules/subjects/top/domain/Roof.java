package io.meridian.testkit.rules.subjects.top.domain;

import io.meridian.testkit.rules.subjects.bottom.domain.Floor;

/** Knows what is below it, as it may. */
public record Roof(Floor floor) {}
