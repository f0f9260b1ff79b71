package io.meridian.local.stack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPartTest {

  @Test
  void a_process_that_cannot_be_written_down_does_not_stay(@TempDir Path folder) throws Exception {
    Sleeper sleeper = new Sleeper();
    RunningPart part = new RunningPart(sleeper, new DataFolder(folder.resolve("no-run-folder")));

    assertThatThrownBy(part::launch).isInstanceOf(IOException.class);

    assertThat(requireNonNull(sleeper.started).waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(part.isAlive()).isFalse();
  }

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

  private static final class Sleeper implements PartLauncher {
    private Process started;

    @Override
    public Part part() {
      return Part.KAFKA;
    }

    @Override
    public Process launch() throws IOException {
      started = new ProcessBuilder("sleep", "60").start();
      return started;
    }

    @Override
    public boolean isReady(ProcessHandle process) {
      return true;
    }

    @Override
    public void stop(ProcessHandle process) {
      Processes.kill(process);
    }
  }
}
