package io.meridian.local.stack;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundTrainingTest {

  @TempDir private Path folder;

  @Test
  void it_ends_with_the_house_and_all_that_it_has_started() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    data.create();
    Path script = folder.resolve("meridian");
    Files.writeString(
        script,
        """
        #!/bin/sh
        trap 'kill $!; exit 130' TERM
        sh -c 'echo "$0 $$"; exec sleep 600' "$1" &
        wait
        """);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

    BackgroundTraining.begin(new House(folder), data);

    await()
        .untilAsserted(
            () -> assertThat(data.trainingLog()).content().startsWith("train ").endsWith("\n"));
    ProcessHandle training = data.trainingPid().process().orElseThrow();
    long sleeper = Long.parseLong(Files.readString(data.trainingLog()).strip().split(" ")[1]);

    StackLock.stopOrphans(data); // what the next start does, and down

    assertThat(training.isAlive()).isFalse();
    await().untilAsserted(() -> assertThat(ProcessHandle.of(sleeper)).isEmpty());
    assertThat(data.trainingPid().process()).isEmpty();
  }
}
