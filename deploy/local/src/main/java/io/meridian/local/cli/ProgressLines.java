package io.meridian.local.cli;

import io.meridian.local.stack.Part;
import io.meridian.local.stack.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** One line per part as it comes up, with the seconds since the start began. */
final class ProgressLines implements Progress {

  private final PrintWriter out;
  private final String title;
  private final long began = System.nanoTime();
  private boolean begun;

  /**
   * @param title printed before the first part, so that a refused start prints its refusal alone
   */
  ProgressLines(PrintWriter out, String title) {
    this.out = out;
    this.title = title;
  }

  @Override
  public synchronized void part(Part part, boolean ready) {
    if (!begun) {
      out.println(title);
      begun = true;
    }
    if (ready) {
      double seconds = (System.nanoTime() - began) / 1e9;
      out.printf(Locale.ROOT, "  %-20s ready after %4.1f s%n", part.label(), seconds);
      out.flush();
    }
  }
}
