package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningPartTest {

  @Test
  void the_last_words_of_a_part_are_the_innermost_cause_of_its_end() {
    String log =
        """
        ERROR Failed to start application
        java.lang.RuntimeException: Failed to start
        \tat somewhere
        Caused by: java.lang.IllegalStateException: cannot migrate
        Caused by: org.postgresql.util.PSQLException: permission denied
        \t... 9 more
        """;

    assertThat(RunningPart.lastWords(log))
        .isEqualTo("org.postgresql.util.PSQLException: permission denied");
  }

  @Test
  void without_a_stack_trace_they_are_the_last_line() {
    assertThat(RunningPart.lastWords("starting\nFATAL: could not bind\n\n"))
        .isEqualTo("FATAL: could not bind");
  }

  @Test
  void a_part_that_said_nothing_is_quoted_so() {
    assertThat(RunningPart.lastWords("")).isEqualTo("it said nothing");
  }
}
