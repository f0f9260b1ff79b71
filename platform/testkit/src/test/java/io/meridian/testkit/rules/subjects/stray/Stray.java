package io.meridian.testkit.rules.subjects.stray;

/** Belongs to no subject. */
public record Stray() {}
