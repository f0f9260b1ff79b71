package io.meridian.runtime.leadership;

/** This replica's term is over: what it was about to do is somebody else's work now. */
public final class LostLeadership extends RuntimeException {
  LostLeadership(String name) {
    super("the term of " + name + " is over", null, false, false);
  }
}
