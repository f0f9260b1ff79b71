package io.meridian.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class PlainLinesTest {
  private final PlainLines lines = new PlainLines(new PatternFormatter("%-5p [%c] %s%e%n"));

  private static ExtLogRecord record(String format, Object... values) {
    ExtLogRecord record =
        new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, "PlainLinesTest");
    record.setLoggerName("sample");
    record.setParameters(values);
    return record;
  }

  @Test
  void a_message_is_one_line_whatever_it_quotes() {
    String forged = "x\r\nERROR [sample] all is lost\u2028\u0085";

    assertThat(lines.format(record("refused %s (100%%)", forged)))
        .isEqualTo(
            "INFO  [sample] refused x\\r\\nERROR [sample] all is lost\\u2028\\u0085 (100%)\n");
  }

  @Test
  void what_drives_a_terminal_or_turns_text_around_is_written_out() {
    assertThat(lines.format(record("%s", "\u001b[2J\u202etxt\u200b\udbff\tä 漢 🙂")))
        .isEqualTo("INFO  [sample] \\u001b[2J\\u202etxt\\u200b\\udbff\\tä 漢 🙂\n");
  }

  @Test
  void no_line_of_a_stack_trace_can_be_taken_for_a_record() {
    ExtLogRecord record = record("failed");
    record.setThrown(
        new IllegalStateException(
            "a\nERROR [sample] forged", new IllegalArgumentException("b\rERROR \u001b[0m")));

    List<String> written = lines.format(record).lines().toList();

    assertThat(written.getFirst()).isEqualTo("INFO  [sample] failed");
    assertThat(written.subList(1, written.size()))
        .hasSizeGreaterThan(4)
        .allMatch(line -> line.startsWith("\t"))
        .anyMatch(line -> line.startsWith("\tCaused by: java.lang.IllegalArgumentException: b"))
        .noneMatch(line -> line.contains("\u001b"));
  }
}
