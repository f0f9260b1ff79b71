package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

  @TempDir private Path folder;

  @Test
  void a_process_that_runs_is_found_again() throws Exception {
    PidFile file = new PidFile(folder.resolve("self.pid"));
    file.write(ProcessHandle.current());

    assertThat(file.process()).hasValue(ProcessHandle.current());
  }

  @Test
  void a_process_that_has_ended_is_not_found() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    PidFile file = new PidFile(folder.resolve("sleep.pid"));
    file.write(process.toHandle());
    Processes.kill(process.toHandle());

    assertThat(file.process()).isEmpty();
  }

  @Test
  void a_number_that_the_system_gave_to_another_process_is_not_taken_for_ours() throws Exception {
    Path path = folder.resolve("reused.pid");
    Files.writeString(path, ProcessHandle.current().pid() + " 1000000000000");

    assertThat(new PidFile(path).process()).isEmpty();
  }

  @Test
  void no_file_and_a_torn_file_mean_no_process() throws Exception {
    Path torn = Files.writeString(folder.resolve("torn.pid"), "12");

    assertThat(new PidFile(folder.resolve("none.pid")).process()).isEmpty();
    assertThat(new PidFile(torn).process()).isEmpty();
  }
}
