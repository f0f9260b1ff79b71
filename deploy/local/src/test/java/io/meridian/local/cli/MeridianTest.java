package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MeridianTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up --bogus",
        "up --port-offset x",
        "up --without nobody",
        "down --bogus",
        "status --xml",
        "token",
        "token --as emperor",
        "token --as manager --data",
        "login",
        "login --as integration",
        "login --as !",
        "env --as !",
        "demo --hours 0",
        "demo --speed fast",
        "demo --from yesterday",
        "demo --from 2026-03-07T22:00:00",
        "demo --from 1900-01-01T00:00:00Z",
        "demo --from +999999999-01-01T00:00:00Z",
        "demo --hours -1",
        "demo --speed NaN",
        "demo --port-offset x",
        "replay",
        "dead-letters",
        "dead-letters burn",
        "dead-letters list --service nobody",
        "dead-letters list --position first",
        "audit",
        "audit burn",
        "audit verify --url http://127.0.0.1:1",
        "calendar",
        "calendar diff",
        "calendar apply --bogus",
        "calendar fly",
        "topics --replication 0 --bootstrap-servers 127.0.0.1:1",
        "topics --replication many",
        "door --listen nowhere",
        "door --service nobody=127.0.0.1:1",
        "door --service handoff=127.0.0.1",
        "calendar export --url http://127.0.0.1:1",
        "dead-letters list --url http://127.0.0.1:1",
        "seed --url http://127.0.0.1:1",
        "mail first",
        "mail --limit few",
        "fly"
      })
  void what_it_does_not_understand_ends_with_2(String line) {
    assertThat(Meridian.execute(line.split(" "))).isEqualTo(2);
  }

  @Test
  void a_refused_option_names_no_class() {
    StringWriter said = new StringWriter();
    new CommandLine(new Meridian())
        .setErr(new PrintWriter(said))
        .execute("demo", "--from", "yesterday");

    assertThat(said.toString())
        .contains("'yesterday' is no instant in UTC such as")
        .doesNotContain("java.");
  }

  @Test
  void no_command_ends_with_2() {
    assertThat(Meridian.execute()).isEqualTo(2);
  }

  @Test
  void a_demo_begins_in_a_folder_of_its_own() throws IOException {
    Files.writeString(folder.resolve("seeded"), "");
    assertThat(Meridian.execute("demo", "--data", folder.toString())).isEqualTo(1);
    assertThat(folder)
        .isDirectoryContaining("glob:**/seeded")
        .isDirectoryNotContaining("glob:**/run");
  }

  @Test
  void a_token_of_a_folder_without_a_stack_is_refused_with_1() {
    assertThat(Meridian.execute("token", "--as", "admin", "--data", folder.toString()))
        .isEqualTo(1);
  }

  @Test
  void the_status_of_a_folder_without_a_stack_ends_with_1() {
    assertThat(Meridian.execute("status", "--data", folder.toString())).isEqualTo(1);
  }

  @Test
  void stopping_what_does_not_run_is_no_error() {
    assertThat(Meridian.execute("down", "--data", folder.toString())).isZero();
  }

  @Test
  void a_replay_without_a_stack_is_refused_with_1() {
    assertThat(Meridian.execute("replay", "--data", folder.toString(), "log.csv")).isEqualTo(1);
  }

  @Test
  void dead_letters_without_a_stack_are_refused_with_1() {
    assertThat(Meridian.execute("dead-letters", "list", "--data", folder.toString())).isEqualTo(1);
  }

  @Test
  void an_audit_without_a_stack_is_refused_with_1() {
    assertThat(Meridian.execute("audit", "verify", "--data", folder.toString())).isEqualTo(1);
  }

  @Test
  void a_calendar_without_a_stack_or_a_file_is_refused_with_1() {
    assertThat(Meridian.execute("calendar", "export", "--data", folder.toString())).isEqualTo(1);
    assertThat(Meridian.execute("calendar", "apply", "--url", "http://127.0.0.1:1", "-f", "gone"))
        .isEqualTo(1);
  }

  @Test
  void the_schema_is_printed() {
    assertThat(Meridian.execute("calendar", "schema")).isZero();
  }

  @Test
  void a_refusal_is_told_in_its_own_words_and_in_one_line() {
    assertThat(Meridian.oneLine(new StackRefusal("port 8080 is in use\nsecond line")))
        .isEqualTo("port 8080 is in use");
  }

  @Test
  void a_full_disk_is_called_a_full_disk_however_deep_the_cause() {
    Exception deep =
        new IllegalStateException(new IOException("write failed: No space left on device"));

    assertThat(Meridian.oneLine(deep)).startsWith("the disk is full");
  }
}
