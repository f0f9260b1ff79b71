package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

  @TempDir private Path folder;

  @Test
  void what_a_child_writes_is_for_its_owner_only() throws Exception {
    Path made = folder.resolve("a file with blanks");
    Process child =
        Processes.start(List.of("touch", made.toString()), Map.of(), folder.resolve("log"));

    assertThat(child.waitFor()).isZero();
    assertThat(Files.getPosixFilePermissions(made))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
