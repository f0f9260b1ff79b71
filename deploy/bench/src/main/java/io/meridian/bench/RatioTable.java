package io.meridian.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The result as people read it: one line a measurement, with its limit taken in the same run.
 * Prints Markdown.
 */
final class RatioTable {

  private final List<String[]> rows = new ArrayList<>();

  RatioTable() {
    rows.add(
        new String[] {
          "what", "system", "limit", "ratio (min to max)", "goal", "CPU µs/op", "counts"
        });
  }

  void add(
      String what,
      String system,
      String limit,
      String ratio,
      String goal,
      String cpu,
      String counts) {
    rows.add(new String[] {what, system, limit, ratio, goal, cpu, counts});
  }

  @Override
  public String toString() {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      line(text, rows.get(r), widths);
      if (r == 0) {
        text.append('|');
        for (int width : widths) {
          text.append("-".repeat(width + 2)).append('|');
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String[] row, int[] widths) {
    text.append('|');
    for (int i = 0; i < row.length; i++) {
      int pad = widths[i] - row[i].codePointCount(0, row[i].length());
      text.append(' ').append(row[i]).append(" ".repeat(pad)).append(" |");
    }
    text.append('\n');
  }
}
