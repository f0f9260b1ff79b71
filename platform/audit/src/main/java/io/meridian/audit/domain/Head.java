package io.meridian.audit.domain;

/** The last link of a chain, or of a part of it. */
public record Head(long position, Hash hash) {
  /** Of an empty chain. */
  public static final Head NONE = new Head(0, Hash.NONE);
}
