package io.meridian.local.stack;

/** Who wants to know how a start goes. */
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (what, ready) -> {};

  /** A part is being started ({@code ready} false) or serves now. */
  void part(Part part, boolean ready);
}
