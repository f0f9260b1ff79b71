package io.meridian.runtime.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Log records of which a reader can tell where each begins: the message is one line, whatever it
 * quotes, and each line of a stack trace is indented. Line breaks, control and format characters
 * are written as escapes ({@code \n}, {@code \u001b}), so that nothing that was sent to us can end
 * a line, begin another or drive a terminal.
 */
final class PlainLines extends Formatter {
  private final Formatter lines;

  /**
   * @param lines writes the rest of a record: time, level, logger
   */
  PlainLines(Formatter lines) {
    this.lines = lines;
  }

  @Override
  public String format(LogRecord record) {
    ExtLogRecord plain = new ExtLogRecord(ExtLogRecord.wrap(record));
    @Nullable String message = plain.getFormattedMessage();
    plain.setMessage(escaped(message == null ? "" : message), ExtLogRecord.FormatStyle.NO_FORMAT);
    @Nullable Throwable thrown = record.getThrown();
    plain.setThrown(null);
    return thrown == null ? lines.format(plain) : lines.format(plain) + trace(thrown);
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    StringBuilder indented = new StringBuilder();
    text.toString()
        .lines()
        .forEach(line -> indented.append('\t').append(escaped(line.strip())).append('\n'));
    return indented.toString();
  }

  /** The text with an escape for each character that is not to be seen. */
  static String escaped(String text) {
    return text.codePoints().noneMatch(PlainLines::isHidden)
        ? text
        : text.codePoints()
            .collect(StringBuilder::new, PlainLines::append, StringBuilder::append)
            .toString();
  }

  private static void append(StringBuilder text, int character) {
    if (!isHidden(character)) {
      text.appendCodePoint(character);
      return;
    }
    switch (character) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default ->
          Character.toString(character)
              .chars()
              .forEach(unit -> text.append("\\u%04x".formatted(unit)));
    }
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /** Makes every handler that writes text write such lines, before a request is taken. */
  @ApplicationScoped
  static class Beginning {

    void install(@Observes @Priority(1) StartupEvent started) {
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        install(handler);
      }
    }

    private static void install(Handler handler) {
      if (handler.getFormatter() instanceof PatternFormatter lines) {
        handler.setFormatter(new PlainLines(lines));
      }
      if (handler instanceof ExtHandler group) {
        for (Handler part : group.getHandlers()) {
          install(part);
        }
      }
    }
  }
}
