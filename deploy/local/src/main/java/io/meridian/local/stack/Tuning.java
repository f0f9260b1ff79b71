package io.meridian.local.stack;

/** What the JVMs of a stack are tuned for. */
public enum Tuning {
  /** As a JVM starts by itself. */
  NONE,
  /**
   * Starts from the ahead-of-time caches; compiles for load, which takes half the CPU of a start.
   */
  LOAD,
  /** Starts from the caches and compiles quickly: up sooner, and slower under load. */
  START
}
