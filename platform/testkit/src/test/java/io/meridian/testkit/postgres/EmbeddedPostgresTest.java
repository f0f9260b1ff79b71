package io.meridian.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.meridian.testkit.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir private Path folder;

  private PostgresSettings settings() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new PostgresSettings(
        folder.resolve("postgres"),
        folder.resolve("postgres.log"),
        FreePorts.next(),
        "secret",
        Map.of("fsync", "off"));
  }

  @Test
  void it_serves_from_a_folder_that_only_its_owner_may_enter_and_does_so_again() throws Exception {
    PostgresSettings settings = settings();
    for (int start = 0; start < 2; start++) {
      EmbeddedPostgres server = EmbeddedPostgres.start(PostgresBinaries.shared(), settings);
      try {
        server.ensureDatabase("sample");
      } finally {
        server.stop();
      }
    }
    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("postgres", "postgres.log");
    }
  }

  @Test
  void a_server_that_outlived_its_starter_is_found_by_its_folder_and_replaced() throws Exception {
    PostgresSettings settings = settings();
    EmbeddedPostgres orphan = EmbeddedPostgres.start(PostgresBinaries.shared(), settings);
    EmbeddedPostgres server = EmbeddedPostgres.start(PostgresBinaries.shared(), settings);
    try {
      assertThat(orphan.process().isAlive()).isFalse();
    } finally {
      server.stop();
    }
  }

  @Test
  void started_by_root_it_is_another_user_who_owns_its_cluster_only() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    PostgresSettings settings = settings();
    EmbeddedPostgres server = EmbeddedPostgres.start(PostgresBinaries.shared(), settings);
    try {
      Path status = Path.of("/proc", Long.toString(server.process().pid()), "status");
      assertThat(Files.readString(status))
          .containsPattern("(?m)^Uid:\\s+65534\\s+65534\\s+65534\\s+65534$");
      assertThat(Files.getOwner(settings.data()).getName()).isEqualTo("nobody");
      assertThat(Files.getOwner(folder).getName()).isEqualTo("root");
    } finally {
      server.stop();
    }
  }
}
