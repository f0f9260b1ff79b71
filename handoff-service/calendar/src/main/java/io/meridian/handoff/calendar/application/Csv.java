package io.meridian.handoff.calendar.application;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values (RFC 4180). Cells are stripped of blanks outside quotes; empty lines
 * and lines that begin with {@code #} are no rows.
 */
public final class Csv {

  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean wasQuoted;
  private int at;
  private int line = 1;
  private int rowLine = 1;

  private Csv(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * A row.
   *
   * @param line number of its first line in the text, from 1
   */
  public record Row(int line, List<String> cells) {

    /** The cell of a column from 0; empty where the row has none. */
    public String cell(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }
  }

  /** The rows of a text; a quote that is never closed ends with the text. */
  public static List<Row> rows(String text) {
    Csv csv = new Csv(text);
    csv.read();
    return List.copyOf(csv.rows);
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '#' && cells.isEmpty() && cell.toString().isBlank()) {
        while (at < text.length() && text.charAt(at) != '\n') {
          at++;
        }
      } else if (c == '"' && cell.toString().isBlank() && !wasQuoted) {
        quoted();
      } else if (c == ',') {
        endCell();
      } else if (c == '\n') {
        endRow();
        line++;
        rowLine = line;
      } else {
        cell.append(c);
      }
    }
    endRow();
  }

  private void quoted() {
    cell.setLength(0);
    wasQuoted = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      boolean doubled = c == '"' && at < text.length() && text.charAt(at) == '"';
      if (c == '"' && !doubled) {
        return;
      }
      at += doubled ? 1 : 0;
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
  }

  private void endCell() {
    cells.add(cell.toString().strip());
    cell.setLength(0);
    wasQuoted = false;
  }

  private void endRow() {
    if (!cells.isEmpty() || wasQuoted || !cell.toString().isBlank()) {
      endCell();
      rows.add(new Row(rowLine, List.copyOf(cells)));
    }
    cells = new ArrayList<>();
    cell.setLength(0);
    wasQuoted = false;
  }
}
