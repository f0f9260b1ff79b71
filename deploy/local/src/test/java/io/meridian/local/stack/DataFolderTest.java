package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void secrets_are_made_once_and_readable_by_their_owner_only() throws Exception {
    DataFolder data = new DataFolder(folder);

    assertThat(data.databasePassword()).isEqualTo(data.databasePassword()).isNotBlank();
    assertThat(Base64.getDecoder().decode(data.sealingKey())).hasSize(32);
    assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void nobody_else_may_enter_also_when_an_earlier_start_let_them() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));

    new DataFolder(folder).create();

    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void the_log_of_the_process_before_is_kept_beside_the_new_one() throws Exception {
    DataFolder data = new DataFolder(folder);
    data.create();
    Files.writeString(data.freshLog(Part.KAFKA), "first");

    Path fresh = data.freshLog(Part.KAFKA);

    assertThat(fresh).doesNotExist();
    assertThat(folder.resolve("log/kafka.1.log")).hasContent("first");
  }

  @Test
  void a_folder_that_cannot_be_is_refused_with_the_reason() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> new DataFolder(file).create())
        .isInstanceOf(StackRefusal.class)
        .hasMessageContaining(file + " is no folder");
  }
}
