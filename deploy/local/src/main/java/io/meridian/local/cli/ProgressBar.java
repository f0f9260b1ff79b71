package io.meridian.local.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * How much of a known amount is done: one moving line on a terminal, a line each tenth elsewhere.
 */
final class ProgressBar {

  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final long total;
  private final boolean terminal = Boolean.getBoolean("meridian.terminal");
  private final long began = System.nanoTime();
  private long tenthsShown;

  ProgressBar(PrintWriter out, long total) {
    this.out = out;
    this.total = Math.max(1, total);
  }

  void show(long done) {
    if (terminal) {
      out.print("\r" + line(done) + "\033[K");
      out.flush();
    } else if (done * 10 / total > tenthsShown) {
      tenthsShown = done * 10 / total;
      out.println(line(done));
      out.flush();
    }
  }

  void done(long done) {
    out.println(terminal ? "\r" + line(done) + "\033[K" : line(done));
    out.flush();
  }

  private String line(long done) {
    return line(done, total, (System.nanoTime() - began) / 1e9);
  }

  static String line(long done, long total, double seconds) {
    int filled = (int) Math.min(WIDTH, done * WIDTH / total);
    double rate = seconds > 0 ? done / seconds : 0;
    long left = rate > 0 ? Math.round((total - done) / rate) : 0;
    return String.format(
        Locale.ROOT,
        "  [%s%s] %3d %%  %,d of %,d  %,.0f/s  %d s left",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done * 100 / total,
        done,
        total,
        rate,
        left);
  }
}
